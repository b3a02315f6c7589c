import type { StepLength } from '../src/quantity/periodSteps.ts';
import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { claimBehind } from './claimBehind.ts';
import { countriesOf } from './countries.ts';
import { mainKind } from './extents.ts';
import { calendarKeys, entityValue, type GroupKeyId, type KeyValue, type ReadKey, wordValue } from './groupKeys.ts';

/** How entities are grouped by a key: each by itself, and many by what they have in common. */
export interface EntityKey {
  readonly read: ReadKey<Seen<EntityRow>>;
  /** Null where each row has to be looked at. */
  readonly shared: SharedKey | null;
}

/** What the values of many rows follow from: whom they name, a word of their own, their period, or the evidence of their figure. */
export type SharedKey =
  | { readonly names: readonly ReferenceRole[]; readonly valuesOf: 'itself' | ValuesOf }
  | { readonly word: (row: RowInWords) => KeyValue | null }
  | { readonly period: StepLength }
  | 'evidence';

type ValuesOf = (named: Seen<EntityRow>) => Read<readonly KeyValue[]>;
type RowInWords = Pick<EntityRow, 'kindsJson' | 'status'>;

/** By the entities named in some roles, or by what follows from each of them. */
function through(names: readonly ReferenceRole[], valuesOf: 'itself' | ValuesOf = 'itself'): EntityKey {
  const valuesOfOne = valuesOf === 'itself' ? (one: Seen<EntityRow>) => [entityValue(one)] : valuesOf;
  return {
    read: ({ node }) =>
      whenRead(whenAllRead(names.map((role) => referencesOf(node, role))), (all) =>
        whenRead(whenAllRead(all.flat().map(valuesOfOne)), (values) => unlike(values.flat())),
      ),
    shared: { names, valuesOf },
  };
}

function word(wordOf: (row: RowInWords) => string | null): EntityKey {
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
  };
}

const byKind = word(mainKind);
const byStatus = word(({ status }) => status);

const byCountry = (role: ReferenceRole) =>
  through([role], (one) => whenRead(countriesOf(one), (countries) => countries.map(entityValue)));

const byMaker = through(['processor'], (processor) =>
  whenRead(referenceOf(processor, 'maker'), (maker) => (maker === null ? [] : [entityValue(maker)])),
);

const byMarket = through(['purpose', 'target'], (one) => (one.row.type === 'Market' ? [entityValue(one)] : []));

/** The evidence of the figure, before it was converted. */
const ofEvidence: ReadKey<unknown> = ({ figure }) => {
  const evidence = figure && (claimBehind(figure)?.evidence ?? figure.evidence);
  return evidence === null ? [] : [wordValue(evidence)];
};

const ofSource: ReadKey<Seen<EntityRow>> = ({ node, figure }) => {
  const slug = figure && claimBehind(figure)?.sources[0]?.slug;
  if (slug == null) return [];
  return whenRead(node.view.named('Source', slug), (found) => found.slice(0, 1).map(entityValue));
};

const bySource: EntityKey = { read: ofSource, shared: null };
const byEvidence: EntityKey = { read: ofEvidence, shared: 'evidence' };

const byPeriod = {
  year: { read: calendarKeys.year, shared: { period: 'year' } },
  'half-year': { read: calendarKeys['half-year'], shared: { period: 'half-year' } },
  quarter: { read: calendarKeys.quarter, shared: { period: 'quarter' } },
} as const satisfies { readonly [Key in GroupKeyId]?: EntityKey };

/** The keys of each kind of entity. */
export const keysOfEntities: {
  readonly [Type in EntityType]?: { readonly [Key in GroupKeyId]?: EntityKey };
} = {
  Company: { country: byCountry('home'), kind: byKind },
  Processor: { kind: byKind, maker: through(['maker']) },
  Investment: {
    country: byCountry('investor'),
    kind: byKind,
    investor: through(['investor']),
    target: through(['target']),
    status: byStatus,
    market: byMarket,
    source: bySource,
    evidence: byEvidence,
    ...byPeriod,
  },
  Shipment: {
    country: byCountry('buyer'),
    maker: byMaker,
    seller: through(['seller']),
    buyer: through(['buyer']),
    processor: through(['processor']),
    source: bySource,
    evidence: byEvidence,
    ...byPeriod,
  },
  Product: { country: byCountry('place'), kind: byKind, status: byStatus },
  Market: { country: byCountry('place') },
  ExportControl: { kind: byKind },
};

/** Each value once. */
function unlike(values: readonly KeyValue[]): readonly KeyValue[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}
