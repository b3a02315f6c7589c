import type { Row } from '../src/metrics/extent.ts';
import type { Measure } from '../src/metrics/rowsTogether.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import type { Read } from '../src/store/whenRead.ts';
import type { BucketShape } from './bucket.ts';
import type { OrderedGroup } from './bucketOrder.ts';
import { builder } from './builder.ts';
import { unitArgument } from './conversion.ts';
import { clientError } from './errors.ts';
import type { GroupKeyId, KeyValue } from './groupKeys.ts';
import { declarationOf, Property } from './property.ts';

/** The figure of each row that a client wants taken together. */
export interface RowFigureShape {
  readonly property: PropertyId;
  readonly period?: string | null | undefined;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
}

export const RowFigure = builder.inputType('RowFigure', {
  description: 'The figure of each row that is to be added up.',
  fields: (t) => ({
    property: t.field({ type: Property, required: true, description: 'Which figure.' }),
    period: t.field({
      type: 'PeriodLabel',
      description: 'The period of the figure, for entities that have one over time; left out, the latest by the lens.',
    }),
    definition: t.string({ description: 'The definition; left out, the first that has a claim that counts.' }),
    unit: t.string({
      description:
        "The unit or currency of the answer, money converted at the mean rate of each row's period; required where the rows' differ.",
    }),
  }),
});

/** A row with its figure, and how to group it. */
export interface GatheredRow extends Row {
  /** The entity that it is, or that it is about. */
  readonly seen: Seen<EntityRow>;
  readonly period: Period | null;
  /** Whether its figure is what was spent or shipped in its period, so that those of other periods follow from it. */
  readonly isFlow: boolean;
  /** Its values of the keys asked for, read with this figure and period in the place of its own where they are given. */
  readonly valuesOf: (instead?: {
    readonly figure: Figure | null;
    readonly period: Period | null;
  }) => Read<readonly (readonly KeyValue[])[]>;
}

/** How many rows have a value; null stands for those of which it is unknown. */
export interface ValueCount {
  readonly value: KeyValue | null;
  readonly count: number;
}

/** Groups in no order, of which only those of a page are told. */
export interface ToldGroups {
  readonly groups: readonly OrderedGroup[];
  readonly tell: (page: readonly OrderedGroup[]) => Read<readonly BucketShape[]>;
}

/** All rows of a list, to be taken together. */
export interface RowsTogether {
  readonly view: View;
  /** How many there are; where nothing but that is asked for no row has to be gathered. */
  readonly count: () => Read<number>;
  /** How many have each value of a key, where the store can tell without gathering them; else null. */
  readonly countsBy?: (key: GroupKeyId) => Read<readonly ValueCount[]> | null;
  /** Groups of more rows than may be gathered, where they can be told without it; else null. */
  readonly many?: (of: RowFigureShape | null, keys: readonly GroupKeyId[]) => Read<ToldGroups | null>;
  /** @throws the client's error for a key that the rows do not have, and where there are too many rows */
  readonly gather: (of: RowFigureShape | null, keys: readonly GroupKeyId[]) => Read<readonly GatheredRow[]>;
}

/** How the figures of rows are taken together. @throws the client's error where their units differ */
export function measureOf(view: View, of: RowFigureShape, rows: readonly Row[]): Measure {
  const { includeTentative } = view.lens;
  const found = new Map<string, number>();
  for (const { figure } of rows) {
    if (figure === null || figure.quantity.bounds === 'unknown' || (figure.tentative && !includeTentative)) continue;
    found.set(figure.quantity.unit, (found.get(figure.quantity.unit) ?? 0) + 1);
  }
  return measureIn(unitAmong(of, found), of.property, includeTentative);
}

/** How figures of a property are taken together in a unit. */
export function measureIn(unit: string, property: PropertyId, includeTentative: boolean): Measure {
  const { nonNegative, adds } = declarationOf(property);
  return { unit, nonNegative, adds, includeTentative };
}

/** The one unit of some figures, of which so many are in each. @throws the client's error where they differ */
export function unitAmong(of: RowFigureShape, found: ReadonlyMap<string, number>): string {
  if (found.size > 1) {
    const each = [...found].map(([unit, count]) => `${unit} (${count})`).join(', ');
    throw clientError(
      'UNIT_MISMATCH',
      `The rows have figures in different units, ${each}: give \`of\` the unit to take them together in, for example unit: "${[...found.keys()][0]}".`,
      'of',
    );
  }
  const [declared = 'count'] = declarationOf(of.property).units;
  const otherwise = of.unit == null ? (declared === 'money' ? 'USD' : declared) : unitArgument(of.unit, 'of');
  return [...found.keys()][0] ?? otherwise;
}
