import { whenRead } from '../src/store/whenRead.ts';
import { anyEntity } from './anyEntity.ts';
import { claimed, figure, inCountryOf, kind, period, reference, references, status } from './entityFields.ts';
import { byMarket } from './entityKeys.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { oneFigure } from './figureFilter.ts';
import { figureOf } from './figureOf.ts';
import { Growth } from './growth.ts';
import { growthOfInvestment } from './growthOf.ts';
import { places } from './place.ts';

const kinds = {
  'capital-expenditure': 'Capital expenditure of a period.',
  'data-centre': 'A data centre.',
  'funding-round': 'A funding round.',
  stake: 'A stake bought.',
  equipment: 'A purchase of processors or servers.',
  plan: 'A plan for several years.',
};

const statuses = {
  'in-talks': 'In talks.',
  planned: 'Announced or planned.',
  done: 'Made, closed or spent.',
};

export const InvestmentKind = enumOf('InvestmentKind', 'The kinds of investment.', kinds);

export const InvestmentStatus = enumOf('InvestmentStatus', 'How far an investment has come.', statuses);

export const investments: EntityKind = entityKind(
  {
    type: 'Investment',
    description:
      'Money put or promised by investors, of a known or unknown amount: capital expenditure of a period, a data centre, a funding round, a stake, a plan.',
    one: 'investment',
    many: 'investments',
    noun: 'investment',
    nouns: 'investments',
    example: 'alibaba-capital-expenditure-2024-h1',
    toldBy: 'amount',
  },
  () => [
    inCountryOf('investor'),
    kind(InvestmentKind, kinds, 'plan', 'What kind of investment it is'),
    status(InvestmentStatus, statuses, 'How far it has come'),
    references('investor', 'investors', anyEntity(), 'Who invests: companies, groups, people'),
    reference(
      'target',
      anyEntity(),
      'What the money goes into: a company, product or kind of goods',
      'null where it is not said',
    ),
    reference('purpose', anyEntity(), 'The business or product it is meant to serve', 'null where it is not said'),
    { keys: { market: byMarket('purpose', 'target') } },
    reference('place', places, 'Where it is spent', 'null where it is not said'),
    {
      ...period('The period in which it was spent, or the day it closed'),
      order: { period: 'period', date: 'lastDay' },
    },
    {
      fields: (t) => ({
        amount: t.field({
          type: FigureRef,
          nullable: true,
          description: 'The money; of a funding round the equity. Null where the amount is unknown.',
          args: {
            definition: t.arg.string({ description: 'The definition; left out, the first that has claims.' }),
            unit: t.arg.string({ description: 'The unit or currency to convert to.' }),
          },
          resolve: (investment, asked) =>
            whenRead(figureOf(investment, { property: 'amount', ...asked }), (found) =>
              figureIn(investment.view, found),
            ),
        }),
      }),
      conditions: { amount: oneFigure('Investment', 'amount', 'The money; of a funding round the equity.') },
    },
    figure('Investment', 'debt', 'The part of a round that is debt'),
    figure('Investment', 'valuation', 'The value of the whole company after the money'),
    figure('Investment', 'equity-share', 'The share of the equity that it bought, in percent'),
    claimed,
    {
      fields: (t) => ({
        growth: t.field({
          type: Growth,
          nullable: true,
          description: 'Growth of the amount over an earlier period; null where the kind has none.',
          args: {
            over: t.arg({ type: 'PeriodLabel', description: 'The earlier period. Default: the same a year before.' }),
            definition: t.arg.string({ description: 'The definition; left out, the first that has claims.' }),
          },
          resolve: (investment, asked) => growthOfInvestment(investment, asked),
        }),
      }),
    },
  ],
);
