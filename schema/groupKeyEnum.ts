import { keysOfClaims } from './claimsTogether.ts';
import { entityKinds } from './entityKinds.ts';
import { enumOf } from './enumOf.ts';
import { groupKeys } from './groupKeys.ts';
import { keysOfLinks } from './linksTogether.ts';
import { once } from './once.ts';
import { withRows } from './withRows.ts';

/** Made when the schema is built, since each key says which rows have it. */
export const groupKeyEnum = once(() =>
  enumOf(
    'GroupKey',
    'What rows can be grouped by. A key that the rows do not have is an error that names those that they have. A row with several values of a key, such as the buyers of a shipment, stands in the group of each; what it adds up to there is anything from nothing to all of its figure.',
    withRows(groupKeys, [
      ...entityKinds().map((kind) => [kind.type, Object.keys(kind.keys())] as const),
      ['Claim', Object.keys(keysOfClaims)],
      ['Link', Object.keys(keysOfLinks)],
    ]),
  ),
);
