import { builder } from './builder.ts';
import { entryPoint } from './entryPoints.ts';
import { FigureRef, figureIn } from './figure.ts';
import { type GenerationShape, type GenerationsShape, generationsOf } from './generationsOf.ts';
import { Processor } from './processor.ts';
import { Property } from './property.ts';

const Generation = builder.objectRef<GenerationShape>('Generation').implement({
  description: 'One processor of a line.',
  fields: (t) => ({
    processor: t.field({ type: Processor, description: 'The processor.', resolve: ({ processor }) => processor }),
    figure: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Its figure; null where nothing that counts is claimed.',
      resolve: ({ processor, figure }) => figureIn(processor.view, figure),
    }),
    factor: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'Its figure over that of the processor before; null for the first, and where one of the two has none.',
      resolve: ({ processor, factor }) => figureIn(processor.view, factor),
    }),
  }),
});

const Generations = builder.objectRef<GenerationsShape>('Generations').implement({
  description: 'How a figure grew over the generations of a line of processors.',
  fields: (t) => ({
    steps: t.field({
      type: [Generation],
      description: 'One step a processor, in the order asked for; at most 20.',
      resolve: ({ steps }) => steps,
    }),
    factor: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Last figure over first; null where one of the two has none.',
      resolve: ({ view, factor }) => figureIn(view, factor),
    }),
    years: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The time from the first to the last release, in years of 365.25 days.',
      resolve: ({ view, years }) => figureIn(view, years),
    }),
    growthAYear: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Compound growth a year, as a ratio; null where there is no factor.',
      resolve: ({ view, growthAYear }) => figureIn(view, growthAYear),
    }),
  }),
});

entryPoint('generations', (t) =>
  t.field({
    type: Generations,
    nullable: true,
    description: 'How a figure grew over a line of processors.',
    args: {
      of: t.arg.idList({ required: true, description: 'Ids or slugs of the processors, oldest first; 2 to 20.' }),
      property: t.arg({ type: Property, required: true, description: 'Which figure.' }),
      definition: t.arg.string({ description: 'The definition. Default: the first that has a claim that counts.' }),
      unit: t.arg.string({ description: 'The unit or currency of the figures; needed where theirs differ.' }),
    },
    resolve: (view, asked, context) => generationsOf(context, view, asked),
  }),
);
