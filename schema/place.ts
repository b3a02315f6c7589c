import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { PlaceFilter, ProcessorFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { GenerationGap, generationGapsOf } from './generationGaps.ts';
import { Node } from './node.ts';
import { Property } from './property.ts';
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
    generationGaps: t.field({
      type: [GenerationGap],
      nullable: true,
      description:
        'How far the best processor permitted here without a licence is behind the best sold elsewhere: an entry a day asked for, in their order. What firms of the place make counts as neither.',
      args: {
        on: t.arg({ type: ['Date'], description: 'The days, at most 100. Default: the day of the lens.' }),
        maker: t.arg.id({ description: "Look at this maker's processors only: id or slug." }),
        where: t.arg({ type: ProcessorFilter.ref, description: 'Look at these processors only.' }),
        announced: t.arg.boolean({
          defaultValue: false,
          description: 'Count a processor from its announcement instead of its release.',
        }),
        property: t.arg({
          type: Property,
          defaultValue: 'total-processing-performance',
          description: 'The figure that tells which is best.',
        }),
      },
      resolve: (place, asked, context) => generationGapsOf(context, place, asked),
    }),
  }),
});
