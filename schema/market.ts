import { ConcentrationRef } from './concentration.ts';
import { concentrationOfMarket } from './concentrationOf.ts';
import { figures, growth, inCountryOf, kind, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import { detailOf } from './period.ts';
import { places } from './place.ts';

const kinds = {
  products: 'A market of products or services.',
  'stock-exchange': 'A stock exchange.',
};

export const MarketKind = enumOf('MarketKind', 'The kinds of market.', kinds);

export const markets: EntityKind = entityKind(
  {
    type: 'Market',
    description: 'A market for some goods in some place, or a stock exchange.',
    one: 'market',
    many: 'markets',
    noun: 'market',
    nouns: 'markets',
    example: 'china-ai-infrastructure',
  },
  () => [
    inCountryOf('place'),
    kind(MarketKind, kinds, 'products', 'Whether it is a market of products or a stock exchange'),
    reference('place', places, 'The place it covers'),
    {
      fields: (t) => ({
        scope: t.string({
          nullable: true,
          description: 'What is sold there, in words.',
          resolve: (market) => detailOf(market).scope ?? null,
        }),
      }),
    },
    figures('Market'),
    growth,
    {
      fields: (t) => ({
        concentration: t.field({
          type: ConcentrationRef,
          nullable: true,
          description:
            'Its participants with their shares, and how concentrated it is. Shares of one period and one definition stand together, results before forecasts; null where none is known.',
          args: {
            period: t.arg({ type: 'PeriodLabel', description: 'The period; left out, the latest by the lens.' }),
            definition: t.arg.string({
              description:
                'What the shares are of, such as `by-units`. Default: the first that has a claim that counts.',
            }),
          },
          resolve: (market, asked) => concentrationOfMarket(market, asked),
        }),
      }),
    },
  ],
);
