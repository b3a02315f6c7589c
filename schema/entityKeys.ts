import type { StepLength } from '../src/quantity/periodSteps.ts';
import { referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { claimBehind } from './claimBehind.ts';
import { countriesOf } from './countries.ts';
import { mainKind } from './extents.ts';
import { calendarKeys, entityValue, type KeyValue, type ReadKey, wordValue } from './groupKeys.ts';

/** How entities are grouped by a key: each by itself, and many by what they have in common. */
export interface EntityKey {
  readonly read: ReadKey<Seen<EntityRow>>;
  /** Null where each row has to be looked at. */
  readonly shared: SharedKey | null;
  /** The roles over which rows name the values, so that the store can count them; null where more has to be known. */
  readonly path: readonly ReferenceRole[] | null;
}

/** What the values of many rows follow from: whom they name, a word of their own, their period, or the evidence of their figure. */
export type SharedKey =
  | { readonly names: readonly ReferenceRole[]; readonly valuesOf: 'itself' | ValuesOf }
  | { readonly word: (row: RowInWords) => KeyValue | null }
  | { readonly period: StepLength }
  | 'evidence';

type ValuesOf = (named: Seen<EntityRow>) => Read<readonly KeyValue[]>;
type RowInWords = Pick<EntityRow, 'kindsJson' | 'status'>;

/** By the entities that rows name in a role, or those that these name in another one. */
export function byRole(role: ReferenceRole, then?: ReferenceRole): EntityKey {
  const path = then === undefined ? [role] : [role, then];
  if (then === undefined) return { ...following([role], 'itself'), path };
  const named = (one: Seen<EntityRow>) => whenRead(referencesOf(one, then), (all) => all.map(entityValue));
  return { ...following([role], named), path };
}

/** By the countries of the entities that rows name in a role. */
export function byCountry(role: ReferenceRole): EntityKey {
  return following([role], (one) => whenRead(countriesOf(one), (countries) => countries.map(entityValue)));
}

/** By those of the entities that rows name in some roles which are markets. */
export function byMarket(...roles: readonly ReferenceRole[]): EntityKey {
  return following(roles, (one) => (one.row.type === 'Market' ? [entityValue(one)] : []));
}

export const byKind = byWord(mainKind);

export const byStatus = byWord(({ status }) => status);

/** By the evidence of the figure, before it was converted. */
export const byEvidence: EntityKey = {
  read({ figure }) {
    const evidence = figure && (claimBehind(figure)?.evidence ?? figure.evidence);
    return evidence === null ? [] : [wordValue(evidence)];
  },
  shared: 'evidence',
  path: null,
};

/** By the first source of the best claim of the figure. */
export const bySource: EntityKey = {
  read({ node, figure }) {
    const slug = figure && claimBehind(figure)?.sources[0]?.slug;
    if (slug == null) return [];
    return whenRead(node.view.named('Source', slug), (found) => found.slice(0, 1).map(entityValue));
  },
  shared: null,
  path: null,
};

/** By the calendar periods that hold the period of the row. */
export const byPeriod = {
  year: { read: calendarKeys.year, shared: { period: 'year' }, path: null },
  'half-year': { read: calendarKeys['half-year'], shared: { period: 'half-year' }, path: null },
  quarter: { read: calendarKeys.quarter, shared: { period: 'quarter' }, path: null },
} as const;

/** By what follows from the entities named in some roles. */
function following(names: readonly ReferenceRole[], valuesOf: 'itself' | ValuesOf): EntityKey {
  const valuesOfOne = valuesOf === 'itself' ? (one: Seen<EntityRow>) => [entityValue(one)] : valuesOf;
  return {
    read: ({ node }) =>
      whenRead(whenAllRead(names.map((role) => referencesOf(node, role))), (all) =>
        whenRead(whenAllRead(all.flat().map(valuesOfOne)), (values) => unlike(values.flat())),
      ),
    shared: { names, valuesOf },
    path: null,
  };
}

function byWord(wordOf: (row: RowInWords) => string | null): EntityKey {
  const valueIn = (row: RowInWords) => {
    const found = wordOf(row);
    return found === null ? null : wordValue(found);
  };
  return {
    read: ({ node }) => {
      const value = valueIn(node.row);
      return value === null ? [] : [value];
    },
    shared: { word: valueIn },
    path: null,
  };
}

/** Each value once. */
function unlike(values: readonly KeyValue[]): readonly KeyValue[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}
