import { parseUnit } from '../quantity/unit.ts';
import type { LinkKindDeclaration, PropertyDeclaration } from '../quantity/vocabulary.ts';
import { kindsOfEntity } from './kindOfEntity.ts';
import type { PropertiesFile } from './propertiesFile.ts';

/** The words that facts are written in. */
export interface Vocabulary {
  readonly properties: Readonly<Record<string, PropertyDeclaration>>;
  readonly linkKinds: Readonly<Record<string, LinkKindDeclaration>>;
}

/** What data/properties.yaml declares, with nothing left out and units by their codes. */
export function vocabularyOf({ properties, linkKinds }: PropertiesFile): Vocabulary {
  return {
    properties: mapValues(properties, (property) => ({
      datatype: property.datatype,
      units: (typeof property.unit === 'string' ? [property.unit] : (property.unit ?? [])).map(unitCode),
      nonNegative: property.nonNegative === 'true',
      flow: property.flow === 'true',
      adds: property.adds === 'true',
      of: property.of.map((kind) => (kind === 'link' ? 'Link' : kindsOfEntity[kind])),
      qualifiers: mapValues(property.qualifiers ?? {}, (qualifier) => ({
        datatype: qualifier.datatype,
        of: (qualifier.of ?? []).map((kind) => kindsOfEntity[kind]),
        values: qualifier.values ?? [],
        means: qualifier.means,
      })),
      definitions: (property.definitions ?? []).map(({ id, flow, means }) => ({
        id,
        flow: property.flow === 'true' && flow !== 'false',
        means,
      })),
      means: property.means,
    })),
    linkKinds: mapValues(linkKinds, ({ from, to, inverse, dependent, means }) => ({
      from: from.map((kind) => kindsOfEntity[kind]),
      to: to.map((kind) => kindsOfEntity[kind]),
      inverse,
      dependent: dependent ?? null,
      means,
    })),
  };
}

/** `money` and what is per unit of something stand for every currency; other units have one code. */
function unitCode(unit: string): string {
  return unit.startsWith('money') ? unit : (parseUnit(unit) ?? unit);
}

function mapValues<Value, Result>(
  record: Record<string, Value>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
