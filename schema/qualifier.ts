import { isProperty } from '../src/quantity/door.ts';
import type { Claim } from '../src/store/claim.ts';
import { entitiesNamedOnce } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { declarationOf } from './property.ts';

interface QualifierShape {
  readonly claim: Seen<Claim>;
  readonly name: string;
  readonly value: string;
}

export const Qualifier = builder.objectRef<QualifierShape>('Qualifier').implement({
  description:
    'What tells a fact from others of its subject, property, period and definition: the setting of a processor, the place of a price.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it tells, for example `mode` or `place`.' }),
    text: t.exposeString('value', {
      description: 'What it says: a word, a period, or the id of an entity.',
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity, where it says one; null elsewhere.',
      resolve: ({ claim, name, value }) =>
        isEntity(claim.row, name)
          ? whenRead(entitiesNamedOnce(claim, 'qualifiers', idsIn), (byId) => byId.get(value) ?? null)
          : null,
    }),
  }),
});

/** The qualifiers of a claim, in the order of their names. */
export function qualifiersOf(claim: Seen<Claim>): QualifierShape[] {
  return Object.entries(valuesOf(claim.row)).map(([name, value]) => ({ claim, name, value }));
}

/** The qualifiers of a claim by their names, an entity as its global id. */
export function valuesOf({ qualifiersJson }: Claim): Readonly<Record<string, string>> {
  // The compiler wrote it in this form.
  return JSON.parse(qualifiersJson) as Readonly<Record<string, string>>;
}

function idsIn(claim: Claim): readonly string[] {
  return Object.entries(valuesOf(claim)).flatMap(([name, value]) => (isEntity(claim, name) ? [value] : []));
}

function isEntity({ property }: Claim, name: string): boolean {
  return isProperty(property) && declarationOf(property).qualifiers[name]?.datatype === 'entity';
}
