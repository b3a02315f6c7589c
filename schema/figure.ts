import { toNumber } from '../src/quantity/arithmetic.ts';
import { type Derivation, type Figure, type Input, isDerived, type Warning } from '../src/quantity/figure.ts';
import { printQuantity } from '../src/quantity/print.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';
import type { View } from '../src/store/view.ts';
import { whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { convert, ExchangeRate, impliedRateOf } from './conversion.ts';
import { disputedOf } from './disputed.ts';
import { Entity } from './entity.ts';
import { enumOf } from './enumOf.ts';
import { EvidenceEnum } from './evidence.ts';
import { isEntity, nodeOf } from './node.ts';
import { PeriodRef } from './period.ts';

/** A figure and the view it was asked through. */
export interface FigureShape {
  readonly figure: Figure;
  readonly view: View;
}

/** A figure as it is handed on: a claimed one stays in the view that it was chosen through. */
export function figureIn(view: View, figure: Figure): FigureShape;
export function figureIn(view: View, figure: Figure | null): FigureShape | null;
export function figureIn(view: View, figure: Figure | null): FigureShape | null {
  if (figure === null) return null;
  return { figure, view: figure.origin instanceof ClaimedFact ? figure.origin.view : view };
}

const BoundsKind = enumOf('BoundsKind', 'Where the bounds of a figure come from.', {
  exact: 'The figure is exact: value, low and high are equal.',
  rounding: 'Half a unit of the last digit stated, to either side.',
  approximate: '"About": a whole unit of the last digit stated, to either side.',
  'stated-range': 'The source states a range.',
  'one-sided': '"More than", "up to" and the like: one bound is unknown.',
  'percentiles-5-95': 'The 5th and the 95th percentile of an estimate.',
  computed: 'Computed from the bounds of the inputs.',
  unknown: 'Nothing is known: no value and no bound.',
});

const WarningCode = enumOf('WarningCode', 'The kinds of warning.', {
  'unknown-left-out': 'Something without a known figure was left out, so that a total is a lower bound.',
  'overlap-left-out':
    'Something was left out because what was counted holds it already: a group and its member, a parent and its subsidiary, a year and its quarters.',
  'mixed-definitions': 'Figures under different definitions were put together.',
  'mixed-restatements':
    'A restated figure was put together with one that was known before the restatement, and so may measure something else.',
  'percentiles-added': 'Percentiles were added end to end; the bounds are wider than the true interval.',
  'no-exchange-rate': 'No exchange rate is known for the period.',
  'not-defined': 'The metric is not defined for this entity or these values.',
  'input-unknown': 'An input is missing.',
  'beyond-horizon': 'The day lies after the knowledge horizon.',
  'low-confidence': 'A claim of low confidence decides, or was left out for its weakness.',
  disputed: 'Sources disagree about what decides.',
  'not-modelled': 'Something that may matter is not modelled.',
  'shares-exceed-whole': 'Shares add up to more than the whole.',
});

export const FigureRef = builder.objectRef<FigureShape>('Figure');

const InputRef = builder.objectRef<{ readonly input: Input; readonly view: View }>('Input').implement({
  description: 'One input of a derivation.',
  fields: (t) => ({
    name: t.string({ description: 'Its name in the formula.', resolve: ({ input }) => input.name }),
    figure: t.field({
      type: FigureRef,
      description: 'Its value.',
      resolve: ({ input, view }) => figureIn(view, input.figure),
    }),
  }),
});

export const WarningRef = builder.objectRef<Warning>('Warning').implement({
  description: 'Something to watch for in an answer.',
  fields: (t) => ({
    code: t.field({ type: WarningCode, description: 'What kind of warning it is.', resolve: ({ code }) => code }),
    message: t.exposeString('message', { description: 'The warning in plain words, with names and numbers.' }),
    entities: t.field({
      type: [Entity],
      description: 'The entities it speaks of, at most 100.',
      resolve: ({ entities }, _args, context) =>
        whenRead(whenAllRead(entities.slice(0, 100).map(({ id }) => nodeOf(context, id, 'id'))), (nodes) =>
          nodes.filter(isEntity),
        ),
    }),
  }),
});

const DerivationRef = builder
  .objectRef<{ readonly derivation: Derivation; readonly view: View }>('Derivation')
  .implement({
    description: 'How a figure was computed.',
    fields: (t) => ({
      metric: t.string({
        description: 'The name of the metric, for example `growth`.',
        resolve: ({ derivation }) => derivation.metric,
      }),
      formula: t.string({
        description: 'The formula in words and signs, for example `units × unit price`.',
        resolve: ({ derivation }) => derivation.formula,
      }),
      inputs: t.field({
        type: [InputRef],
        description: 'What went in, at most 100. Follow the figures down to the claims.',
        resolve: ({ derivation, view }) => derivation.inputs.slice(0, 100).map((input) => ({ input, view })),
      }),
      assumptions: t.stringList({
        description: 'What was taken for granted, in plain sentences; at most 100.',
        resolve: ({ derivation }) => derivation.assumptions.slice(0, 100),
      }),
      warnings: t.field({
        type: [WarningRef],
        description: 'What to watch for, at most 100.',
        resolve: ({ derivation }) => derivation.warnings.slice(0, 100),
      }),
    }),
  });

builder.objectType(FigureRef, {
  description:
    "A number of the graph: claimed by a source, or derived from others. Value, low and high are all null where it is unknown; the derivation's warnings then say why.",
  fields: (t) => ({
    value: t.float({
      nullable: true,
      description: 'As stated, or computed from stated values; null where only bounds are known.',
      resolve: ({ figure }) => toNumber(figure.quantity.value),
    }),
    low: t.float({
      nullable: true,
      description: 'The lower bound; null where none is known.',
      resolve: ({ figure }) => toNumber(figure.quantity.low),
    }),
    high: t.float({
      nullable: true,
      description: 'The upper bound; null where none is known.',
      resolve: ({ figure }) => toNumber(figure.quantity.high),
    }),
    lowOpen: t.boolean({
      description: 'Whether the lower bound itself is excluded, as in "more than a million".',
      resolve: ({ figure }) => figure.quantity.lowOpen,
    }),
    highOpen: t.boolean({
      description: 'Whether the upper bound itself is excluded.',
      resolve: ({ figure }) => figure.quantity.highOpen,
    }),
    bounds: t.field({
      type: BoundsKind,
      description: 'Where the bounds come from.',
      resolve: ({ figure }) => figure.quantity.bounds,
    }),
    unit: t.string({
      description:
        'The unit: a currency code, `count`, `ratio`, `percent`, `TFLOP/s`, `mm2`, `days`, `CNY/USD` and the like.',
      resolve: ({ figure }) => figure.quantity.unit,
    }),
    exact: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'The stated figure digit for digit; null where it is computed or only bounds are stated.',
      resolve: ({ figure }) => (isDerived(figure.origin) ? null : (figure.quantity.value?.toFixed() ?? null)),
    }),
    text: t.string({
      description: 'As a person would write it: `23bn CNY`, `> 12bn USD`, `+123 %`.',
      resolve: ({ figure }) => printFigure(figure),
    }),
    evidence: t.field({
      type: EvidenceEnum,
      description: 'How good it is: of a derived figure that of its weakest input, and DERIVED at best.',
      resolve: ({ figure }) => figure.evidence,
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description:
        'When it holds, or over which stretch it was measured; null where time does not matter, as for a specification.',
      resolve: ({ figure }) => figure.period,
    }),
    definition: t.string({
      nullable: true,
      description:
        'What exactly was measured, where the property has several definitions: `cash-purchases`, `with-finance-leases`. `unstated` where the source does not say; null where the property has one definition.',
      resolve: ({ figure }) => figure.definition,
    }),
    tentative: t.boolean({
      description: 'Whether it rests on a claim of weak confidence, for want of a better one.',
      resolve: ({ figure }) => figure.tentative,
    }),
    claim: t.field({
      type: ClaimRef,
      nullable: true,
      description: 'The best claim; null where the figure is derived.',
      resolve: ({ figure: { origin } }) => (origin instanceof ClaimedFact ? (origin.seeCounting()[0] ?? null) : null),
    }),
    others: t.field({
      type: [ClaimRef],
      description: 'The other claims about the same thing that count, best first; at most 100.',
      resolve: ({ figure: { origin } }) => (origin instanceof ClaimedFact ? origin.seeCounting().slice(1, 101) : []),
    }),
    disputed: t.boolean({
      description:
        'Whether one of the others, tentative ones left out, is of the same side (a result, or a forecast) and shares no value with the best claim.',
      resolve: ({ figure: { origin } }) => (origin instanceof ClaimedFact ? disputedOf(origin) : false),
    }),
    history: t.field({
      type: [ClaimRef],
      description:
        'All claims about the same thing that this view sees, restated ones included, in the order they became known; at most 100. Empty where the figure is derived.',
      resolve: ({ figure: { origin } }) => (origin instanceof ClaimedFact ? origin.seeHistory().slice(0, 100) : []),
    }),
    derivation: t.field({
      type: DerivationRef,
      nullable: true,
      description: 'How it was computed; null where it is claimed.',
      resolve: ({ figure: { origin }, view }) => (isDerived(origin) ? { derivation: origin, view } : null),
    }),
    in: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'The same figure in another unit or currency, naming the rate with its period and source. Where no rate is known the answer is an unknown figure whose warning names period and pair. Null with an error where the units do not fit.',
      args: {
        unit: t.arg.string({ required: true, description: 'The unit or currency code wanted.' }),
        rate: t.arg({
          type: ExchangeRate,
          defaultValue: 'stated',
          description: 'The exchange rate to take, for currencies.',
        }),
      },
      resolve: ({ figure, view }, { unit, rate }) =>
        whenRead(convert(view, figure, unit, rate ?? 'stated', 'unit'), (converted) => figureIn(view, converted)),
    }),
    impliedRate: t.field({
      type: FigureRef,
      nullable: true,
      description:
        "The exchange rate that follows from the same fact stated in this figure's currency and in another; null where no counting claim states it in the other.",
      args: { unit: t.arg.string({ required: true, description: 'The currency code of the other statement.' }) },
      resolve: ({ figure, view }, { unit }) => figureIn(view, impliedRateOf(figure, unit)),
    }),
  }),
});

/** Growth is what people write with a sign and in percent; other ratios stay ratios. */
function printFigure({ quantity, origin }: Figure): string {
  const isGrowth = isDerived(origin)
    ? /growth/i.test(origin.metric)
    : origin instanceof ClaimedFact && origin.counting[0].property === 'growth';
  return printQuantity(quantity, isGrowth && quantity.unit === 'ratio' ? { as: 'growth' } : {});
}
