import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { PlaceFilter } from './filters.ts';
import { Node } from './node.ts';
import { kindOf } from './stated.ts';

const kinds = {
  country: 'A country or territory.',
  region: 'A region or city.',
  'group-of-places': 'A group of places.',
};

export const PlaceKind = enumOf('PlaceKind', 'The kinds of place.', kinds);

export const Place = builder.objectRef<Seen<EntityRow>>('Place');

entityEntries(
  Place,
  { type: 'Place', one: 'place', many: 'places', noun: 'place', nouns: 'places', example: 'cn' },
  () => PlaceFilter,
);

builder.objectType(Place, {
  description:
    'A country, a region of one, or a group of places that a rule or report names. Members of a group are links of kind MEMBER_OF, dated.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: PlaceKind,
      description: 'What kind of place it is.',
      resolve: (place) => kindOf(place, kinds, 'country'),
    }),
    within: t.field({
      type: Place,
      nullable: true,
      description: 'The place that it lies in; null for countries and groups.',
      resolve: (place) => referenceOf(place, 'within'),
    }),
  }),
});
