import { builder } from './builder.ts';
import type { ConcentrationShape } from './concentrationOf.ts';
import { Documentation } from './documentation.ts';
import { FigureRef, figureIn } from './figure.ts';
import { PeriodRef } from './period.ts';
import { Share } from './share.ts';

export const ConcentrationRef = builder.objectRef<ConcentrationShape>('Concentration').implement({
  description: 'Shares of a whole and how concentrated they are.',
  fields: (t) => ({
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period or day of the shares.',
      resolve: ({ period }) => period,
    }),
    shares: t.field({
      type: [Share],
      description: 'The named shares, largest first; at most 100.',
      resolve: ({ shares }) => shares.slice(0, 100),
    }),
    named: t.field({
      type: FigureRef,
      description:
        'The named shares together. Its warnings say which were left out, being forecasts beside results, of weak confidence or in others already.',
      resolve: ({ view, named }) => figureIn(view, named),
    }),
    rest: t.field({
      type: FigureRef,
      description: 'What the named shares leave. Unknown, with a warning, where they certainly exceed the whole.',
      resolve: ({ view, rest }) => figureIn(view, rest),
    }),
    herfindahlOfNamed: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The sum of the squares of the named shares alone, as ratios.',
      resolve: ({ view, herfindahlOfNamed }) => figureIn(view, herfindahlOfNamed),
    }),
    herfindahl: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'The Herfindahl-Hirschman index with shares as ratios, 0 to 1; its bounds let the rest be one holder or very many, and the share of a group be of one member or of as many as it has.',
      resolve: ({ view, herfindahl }) => figureIn(view, herfindahl),
    }),
    documentation: t.field({
      type: Documentation,
      nullable: true,
      description:
        'How much is documented behind the shares, where they are counted from links; null where sources state them. Links that are left out are counted here.',
      resolve: ({ documentation }) => documentation ?? null,
    }),
  }),
});
