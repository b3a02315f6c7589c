import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { ConcentrationRef } from './concentration.ts';
import { concentrationOfMarket } from './concentrationOf.ts';
import { Entity } from './entity.ts';
import { MarketFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { compoundGrowthField, figureField, growthField, seriesField } from './figureField.ts';
import { Node } from './node.ts';
import { detailOf } from './period.ts';
import { Place } from './place.ts';
import { kindOf } from './stated.ts';

const kinds = {
  products: 'A market of products or services.',
  'stock-exchange': 'A stock exchange.',
};

export const MarketKind = enumOf('MarketKind', 'The kinds of market.', kinds);

export const Market = builder.objectRef<Seen<EntityRow>>('Market');

entityEntries(
  Market,
  {
    type: 'Market',
    one: 'market',
    many: 'markets',
    noun: 'market',
    nouns: 'markets',
    example: 'china-ai-infrastructure',
  },
  () => MarketFilter,
);

builder.objectType(Market, {
  description: 'A market for some goods in some place, or a stock exchange.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: MarketKind,
      description: 'Whether it is a market of products or a stock exchange.',
      resolve: (market) => kindOf(market, kinds, 'products'),
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'The place it covers.',
      resolve: (market) => referenceOf(market, 'place'),
    }),
    scope: t.string({
      nullable: true,
      description: 'What is sold there, in words.',
      resolve: (market) => detailOf(market).scope ?? null,
    }),
    figure: figureField(t),
    series: seriesField(t),
    growth: growthField(t),
    compoundGrowth: compoundGrowthField(t),
    concentration: t.field({
      type: ConcentrationRef,
      nullable: true,
      description:
        'Its participants with their shares, and how concentrated it is. Shares of one period and one definition stand together, results before forecasts; null where none is known.',
      args: {
        period: t.arg({ type: 'PeriodLabel', description: 'The period; left out, the latest by the lens.' }),
        definition: t.arg.string({
          description: 'What the shares are of, such as `by-units`. Default: the first that has a claim that counts.',
        }),
      },
      resolve: (market, asked) => concentrationOfMarket(market, asked),
    }),
  }),
});
