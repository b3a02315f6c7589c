import type { InputRef } from '@pothos/core';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { clientError } from './errors.ts';

/** A filter as a client writes it: conditions by their names. What may stand in it, its input type says. */
export type FilterShape = Readonly<Record<string, unknown>>;

/** One condition of a filter: how a client writes it, and what it means to the store. */
export interface Condition<Where> {
  readonly type: ConditionType;
  readonly description: string;
  readonly where: (value: never, asked: AskedThrough<Where>) => Read<Where>;
  /** Whether it is read after the others, because it looks at the rows that meet them. */
  readonly last?: boolean;
}

/** Where a condition is asked: through which view, and of which rows; those that do not meet `within` are out anyway. */
export interface AskedThrough<Where> {
  readonly view: View;
  readonly within: Where;
}

type ConditionType = InputRef<unknown> | [InputRef<unknown>] | 'Boolean' | 'PeriodLabel' | ['String'];

/** An input type for filters, and its meaning. */
export interface Filter<Where> {
  readonly ref: InputRef<FilterShape>;
  /**
   * What a filter of this type means, asked through a view; everything where there is none.
   *
   * `within` is what is known to hold of the rows besides. @throws the client's error where it holds null
   */
  readonly where: (filter: FilterShape | null | undefined, view: View, within?: Where) => Read<Where>;
}

/** How conditions of one kind are joined. */
interface Joined<Where> {
  readonly and: (all: readonly Where[]) => Where;
  readonly or: (any: readonly Where[]) => Where;
  readonly not: (one: Where) => Where;
}

/** How the conditions of every kind of row are joined. */
export const joined = {
  and: <Where>(and: readonly Where[]) => ({ and }),
  or: <Where>(or: readonly Where[]) => ({ or }),
  not: <Where>(not: Where) => ({ not }),
};

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
  const where: Filter<Where>['where'] = (filter, view, within = joined.and([])) => {
    assertBounded(filter, 0, { conditions: 0 });
    const known = { ...conditions(), ...logic };
    const given = Object.entries(filter ?? {}).flatMap(([field, value]) => {
      const condition = known[field];
      if (value === undefined || condition === undefined) return [];
      if (value === null) throw nullInFilter(field);
      return [{ condition, value }];
    });
    const first = given.filter(({ condition }) => condition.last !== true);
    const last = given.filter(({ condition }) => condition.last === true);
    return whenRead(meant(first, { view, within }), (plain) =>
      whenRead(meant(last, { view, within: joined.and([within, ...plain]) }), (others) =>
        joined.and([...plain, ...others]),
      ),
    );
  };
  const logic: Readonly<Record<string, Condition<Where>>> = {
    and: {
      type: [ref],
      description: 'All of these hold, at most 20.',
      last: true,
      where: (all: readonly FilterShape[], asked) => whenRead(allOf(most(all, 'and'), asked), joined.and),
    },
    or: {
      type: [ref],
      description: 'At least one of these holds, at most 20.',
      last: true,
      where: (any: readonly FilterShape[], { view, within }) =>
        whenRead(whenAllRead(most(any, 'or').map((one) => where(one, view, within))), joined.or),
    },
    not: {
      type: ref,
      description: 'This does not hold.',
      last: true,
      where: (one: FilterShape, { view, within }) => whenRead(where(one, view, within), joined.not),
    },
  };
  /** One after the other: what holds by the first narrows what the next looks at. */
  const allOf = (all: readonly FilterShape[], asked: AskedThrough<Where>): Read<readonly Where[]> =>
    all.reduce<Read<readonly Where[]>>(
      (before, one) =>
        whenRead(before, (so) =>
          whenRead(where(one, asked.view, joined.and([asked.within, ...so])), (next) => [...so, next]),
        ),
      [],
    );
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

/** What conditions mean that are asked side by side. */
function meant<Where>(
  given: readonly { readonly condition: Condition<Where>; readonly value: unknown }[],
  asked: AskedThrough<Where>,
): Read<readonly Where[]> {
  // The input type has checked that each value is of its condition's type.
  return whenAllRead(given.map(({ condition, value }) => condition.where(value as never, asked)));
}

/** The error for null in a filter: it could mean "unknown" or "anything", and is neither. */
function nullInFilter(field: string) {
  return clientError(
    'BAD_FILTER',
    `The filter has null for ${field}: leave the field out, or ask for \`isUnknown: true\` where there is such a field.`,
    'where',
  );
}

/** The fields of an operator input. @throws the client's error where one of them is null */
export function withoutNull<Shape extends object>(
  shape: Shape,
): { readonly [Field in keyof Shape]: NonNullable<Shape[Field]> } {
  for (const [field, value] of Object.entries(shape)) if (value === null) throw nullInFilter(field);
  // None of its fields is null now.
  return shape as { readonly [Field in keyof Shape]: NonNullable<Shape[Field]> };
}

/** A list in a filter. @throws the client's error where it is too long */
export function listed<Value>(values: readonly Value[], field: string): readonly Value[] {
  if (values.length > 100)
    throw clientError('BAD_FILTER', `${field} lists ${values.length} values; at most 100 are allowed.`, 'where');
  return values;
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
