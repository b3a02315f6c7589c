import { ClaimConnection } from './claim.ts';
import { claimsBelow } from './claims.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { type EntityKind, entityKind } from './entityKind.ts';

export const people: EntityKind = entityKind(
  {
    type: 'Person',
    description: 'A person with a role in a company; roles and their dates are links of kind LEADS.',
    one: 'person',
    many: 'people',
    noun: 'person',
    nouns: 'people',
    example: 'eddie-wu',
  },
  () => [
    {
      fields: (t) => ({
        statements: t.field({
          type: ClaimConnection,
          description: 'What the person said, latest first.',
          args: pageArguments,
          complexity: pageComplexity,
          resolve: (person, asked) => claimsBelow(person.view, person, 'said', asked),
        }),
      }),
    },
  ],
);
