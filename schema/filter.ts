import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';
import { clientError } from './errors.ts';

/** A filter as a client writes it: conditions by their names. What may stand in it, its input type says. */
export type FilterShape = Readonly<Record<string, unknown>>;

/** One condition of a filter: how a client writes it, and what it means to the store. */
export interface Condition<Where> {
  readonly type: ConditionType;
  readonly description: string;
  readonly where: (value: never) => Where;
}

type ConditionType = InputRef<unknown> | [InputRef<unknown>] | 'Boolean' | 'PeriodLabel' | ['String'];

/** An input type for filters, and its meaning. */
export interface Filter<Where> {
  readonly ref: InputRef<FilterShape>;
  /** What a filter of this type means; everything where there is none. @throws the client's error where it holds null */
  readonly where: (filter: FilterShape | null | undefined) => Where;
}

/** How conditions of one kind are joined. */
interface Joined<Where> {
  readonly and: (all: readonly Where[]) => Where;
  readonly or: (any: readonly Where[]) => Where;
  readonly not: (one: Where) => Where;
}

/**
 * Declares a filter: its conditions, and `and`, `or` and `not` over filters of its own type. All conditions that are
 * given must hold. The conditions are listed when the schema is built, so that filters may name each other.
 */
export function filterOf<Where>(
  name: string,
  rows: string,
  joined: Joined<Where>,
  conditions: () => Readonly<Record<string, Condition<Where>>>,
): Filter<Where> {
  const ref = builder.inputRef<FilterShape>(name);
  const where = (filter: FilterShape | null | undefined): Where => {
    assertBounded(filter, 0, { conditions: 0 });
    const known = { ...conditions(), ...logic };
    const parts = Object.entries(filter ?? {}).flatMap(([field, value]) => {
      const condition = known[field];
      if (value === undefined || condition === undefined) return [];
      if (value === null) throw nullInFilter(field);
      // The input type has checked that the value is of the condition's type.
      return [condition.where(value as never)];
    });
    return joined.and(parts);
  };
  const logic: Readonly<Record<string, Condition<Where>>> = {
    and: {
      type: [ref],
      description: 'All of these hold, at most 20.',
      where: (all: readonly FilterShape[]) => joined.and(most(all, 'and').map(where)),
    },
    or: {
      type: [ref],
      description: 'At least one of these holds, at most 20.',
      where: (any: readonly FilterShape[]) => joined.or(most(any, 'or').map(where)),
    },
    not: { type: ref, description: 'This does not hold.', where: (one: FilterShape) => joined.not(where(one)) },
  };
  builder.inputType(ref, {
    description: `Conditions on ${rows}; all that are given must hold. Null in a filter is an error: leave the field out.`,
    fields: (t) => {
      const fields = Object.entries({ ...logic, ...conditions() }).map(([field, { type, description }]) => [
        field,
        t.field({ type: type as 'Boolean', description }),
      ]);
      return Object.fromEntries(fields);
    },
  });
  return { ref, where };
}

/** The error for null in a filter: it could mean "unknown" or "anything", and is neither. */
export function nullInFilter(field: string) {
  return clientError(
    'BAD_FILTER',
    `The filter has null for ${field}: leave the field out, or ask for \`isUnknown: true\` where there is such a field.`,
    'where',
  );
}

/** How deep filters may nest, and how many conditions they may hold: each is a part of one statement. */
const budget = { depth: 24, conditions: 400 };

function assertBounded(value: unknown, depth: number, so: { conditions: number }): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > budget.depth) {
    throw clientError(
      'BAD_FILTER',
      `The filter is nested more than ${budget.depth} deep: ask in several operations.`,
      'where',
    );
  }
  for (const inner of Object.values(value)) {
    so.conditions += 1;
    if (so.conditions > budget.conditions) {
      throw clientError(
        'BAD_FILTER',
        `The filter holds more than ${budget.conditions} conditions: ask in several operations.`,
        'where',
      );
    }
    assertBounded(inner, depth + 1, so);
  }
}

function most(filters: readonly FilterShape[], field: string): readonly FilterShape[] {
  if (filters.length > 20)
    throw clientError('BAD_FILTER', `${field} holds ${filters.length} filters; at most 20 are allowed.`, 'where');
  return filters;
}
