import { whenRead } from '../src/store/whenRead.ts';
import { kind, mayBeMissing, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import type { FilterShape } from './filter.ts';
import { GenerationGap, generationGapsOf } from './generationGaps.ts';
import { ProcessorFilter } from './processor.ts';
import { Property } from './property.ts';

const kinds = {
  country: 'A country or territory.',
  region: 'A region or city.',
  'group-of-places': 'A group of places.',
};

export const PlaceKind = enumOf('PlaceKind', 'The kinds of place.', kinds);

export const places: EntityKind = entityKind(
  {
    type: 'Place',
    description:
      'A country, a region of one, or a group of places that a rule or report names. Members of a group are links of kind MEMBER_OF, dated.',
    one: 'place',
    many: 'places',
    noun: 'place',
    nouns: 'places',
    example: 'cn',
  },
  () => [
    kind(PlaceKind, kinds, 'country', 'What kind of place it is'),
    {
      ...reference('within', places, 'The place that it lies in', 'null for countries and groups'),
      conditions: {
        within: {
          type: PlaceFilter.ref,
          description: 'Lies in this place, at any depth.',
          where: (place: FilterShape, { view }) =>
            whenRead(PlaceFilter.where(place, view), (within) => ({ above: { within } })),
        },
      },
    },
    mayBeMissing,
    {
      fields: (t) => ({
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
    },
  ],
);

export const { ref: Place, filter: PlaceFilter } = places;
