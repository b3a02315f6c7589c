import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { ClaimConnection } from './claim.ts';
import { claimsBelow } from './claims.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { Entity } from './entity.ts';
import { PersonFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { Node } from './node.ts';

export const Person = builder.objectRef<Seen<EntityRow>>('Person');

entityEntries(
  Person,
  { type: 'Person', one: 'person', many: 'people', noun: 'person', nouns: 'people', example: 'eddie-wu' },
  () => PersonFilter,
);

builder.objectType(Person, {
  description: 'A person with a role in a company; roles and their dates are links of kind LEADS.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    statements: t.field({
      type: ClaimConnection,
      description: 'What the person said, latest first.',
      args: pageArguments,
      complexity: pageComplexity,
      resolve: (person, asked) => claimsBelow(person.view, person, 'said', asked),
    }),
  }),
});
