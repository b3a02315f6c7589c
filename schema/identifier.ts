import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { detailOf } from './period.ts';

interface IdentifierShape {
  readonly scheme: string;
  readonly value: string;
}

export const Identifier = builder.objectRef<IdentifierShape>('Identifier').implement({
  description: "An identifier of an entity in somebody else's register.",
  fields: (t) => ({
    scheme: t.exposeString('scheme', { description: 'The register: `ticker`, `cik`, `lei`, `wikidata`.' }),
    value: t.exposeString('value', { description: 'The identifier there, for example `NASDAQ:NVDA`.' }),
  }),
});

/** The identifiers of an entity in other registers. */
export function identifiersOf(entity: Seen<EntityRow>): IdentifierShape[] {
  return [...(detailOf(entity).identifiers ?? [])].slice(0, 100);
}
