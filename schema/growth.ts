import { builder } from './builder.ts';
import { Agreement } from './evidence.ts';
import { FigureRef, figureIn } from './figure.ts';
import type { GrowthShape } from './growthOf.ts';
import { Property } from './property.ts';

export const Growth = builder.objectRef<GrowthShape>('Growth').implement({
  description: 'Growth of a figure over an earlier period, as a ratio: 1.23 is an increase of 123 %.',
  fields: (t) => ({
    reported: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The growth that a source reports; null where none does.',
      resolve: ({ view, reported }) => figureIn(view, reported),
    }),
    computed: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The growth that the two amounts give; null where one of them is not known.',
      resolve: ({ view, computed }) => figureIn(view, computed),
    }),
    fromMembers: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'For a group: the joint growth of its members, from their amounts and reported growth, with tight bounds; null elsewhere or where a member lacks both.',
      resolve: ({ view, fromMembers }) => figureIn(view, fromMembers),
    }),
    impliedBase: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'The earlier amount that the later amount and the reported growth imply; null where no growth is reported.',
      resolve: ({ view, impliedBase }) => figureIn(view, impliedBase),
    }),
    agreement: t.field({
      type: Agreement,
      description:
        'Whether what is reported and what is computed agree; of a group without a reported growth, what its members give and what is computed.',
      resolve: ({ agreement }) => agreement,
    }),
  }),
});

/** The arguments of every `growth` over time. */
export const growthArguments = builder.args((t) => ({
  property: t.field({ type: Property, required: true, description: 'What grew.' }),
  period: t.field({ type: 'PeriodLabel', required: true, description: 'The later period.' }),
  over: t.field({ type: 'PeriodLabel', description: 'The earlier period. Default: the same a year before.' }),
  definition: t.string({ description: 'The definition. Default: the first that has a claim that counts.' }),
}));
