import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { InvestmentFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import { Growth } from './growth.ts';
import { growthOfInvestment } from './growthOf.ts';
import { Node } from './node.ts';
import { ownPeriod, PeriodRef } from './period.ts';
import { Place } from './place.ts';
import { kindOf, statusOf } from './stated.ts';

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

export const Investment = builder.objectRef<Seen<EntityRow>>('Investment');

export const InvestmentConnection = entityEntries(
  Investment,
  {
    type: 'Investment',
    one: 'investment',
    many: 'investments',
    noun: 'investment',
    nouns: 'investments',
    example: 'alibaba-capital-expenditure-2024-h1',
  },
  () => InvestmentFilter,
);

builder.objectType(Investment, {
  description:
    'Money put or promised by investors, of a known or unknown amount: capital expenditure of a period, a data centre, a funding round, a stake, a plan.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: InvestmentKind,
      description: 'What kind of investment it is.',
      resolve: (investment) => kindOf(investment, kinds, 'plan'),
    }),
    status: t.field({
      type: InvestmentStatus,
      nullable: true,
      description: 'How far it has come.',
      resolve: (investment) => statusOf(investment, statuses),
    }),
    investors: t.field({
      type: [Entity],
      description: 'Who invests: companies, groups, people; at most 100. Empty where no source names one.',
      resolve: (investment) => whenRead(referencesOf(investment, 'investor'), (all) => all.slice(0, 100)),
    }),
    target: t.field({
      type: Entity,
      nullable: true,
      description: 'What the money goes into: a company, product or kind of goods; null where it is not said.',
      resolve: (investment) => referenceOf(investment, 'target'),
    }),
    purpose: t.field({
      type: Entity,
      nullable: true,
      description: 'The business or product it is meant to serve; null where it is not said.',
      resolve: (investment) => referenceOf(investment, 'purpose'),
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'Where it is spent; null where it is not said.',
      resolve: (investment) => referenceOf(investment, 'place'),
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period in which it was spent, or the day it closed; null where unknown.',
      resolve: ownPeriod,
    }),
    amount: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The money; of a funding round the equity. Null where the amount is unknown.',
      args: {
        definition: t.arg.string({ description: 'The definition; left out, the first that has claims.' }),
        unit: t.arg.string({ description: 'The unit or currency to convert to.' }),
      },
      resolve: (investment, asked) =>
        whenRead(figureOf(investment, { property: 'amount', ...asked }), (figure) => figureIn(investment.view, figure)),
    }),
    debt: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The part of a round that is debt; null where unknown.',
      resolve: (investment) =>
        whenRead(figureOf(investment, { property: 'debt' }), (figure) => figureIn(investment.view, figure)),
    }),
    valuation: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The value of the whole company after the money; null where unknown.',
      resolve: (investment) =>
        whenRead(figureOf(investment, { property: 'valuation' }), (figure) => figureIn(investment.view, figure)),
    }),
    equityShare: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The share of the equity that it bought, in percent; null where unknown.',
      resolve: (investment) =>
        whenRead(figureOf(investment, { property: 'equity-share' }), (figure) => figureIn(investment.view, figure)),
    }),
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
});
