import { type Comparison, comparison } from '../src/metrics/comparison.ts';
import { supposed } from '../src/metrics/supposed.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { parseQuantity } from '../src/quantity/parse.ts';
import { isCurrency } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { growthAYearOf } from './compoundGrowthOf.ts';
import type { Context } from './context.ts';
import { convert, ExchangeRate, type RateAsked } from './conversion.ts';
import { Entity } from './entity.ts';
import { entryPoint } from './entryPoints.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';
import { FigureRef, type FigureShape, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import { globalId, parseGlobalId } from './globalId.ts';
import { LensInput, type LensShape, lensArgument } from './lens.ts';
import { isEntity, nodeOf } from './node.ts';
import { Property } from './property.ts';
import { type ScenarioShape, ShipmentScenario } from './shipmentValues.ts';

const ComparisonOrder = enumOf('ComparisonOrder', 'How two figures stand to each other.', {
  greater: 'Left is greater for every value within the bounds.',
  less: 'Left is less for every value within the bounds.',
  equal: 'Both are the same single value.',
  overlapping: 'The bounds share values: either may be the greater.',
  unknown: 'One is unknown or the units differ in kind.',
});

/** Two figures and how they stand to each other. */
export interface ComparisonShape {
  readonly left: FigureShape;
  readonly right: FigureShape;
  readonly comparison: Comparison;
  /** Whose figure both are, and which, where nothing around it says so. */
  readonly of?: { readonly entity: Seen<EntityRow>; readonly property: PropertyId };
}

export const ComparisonRef = builder.objectRef<ComparisonShape>('Comparison').implement({
  description: 'Two figures side by side.',
  fields: (t) => ({
    left: t.field({ type: FigureRef, description: 'The left figure.', resolve: ({ left }) => left }),
    right: t.field({
      type: FigureRef,
      description: "The right figure, in the left one's unit where a conversion was needed.",
      resolve: ({ right }) => right,
    }),
    ratio: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Left over right; null where the units cannot be divided or the right side may be zero.',
      resolve: ({ left, comparison: { ratio } }) => figureIn(left.view, ratio),
    }),
    inverse: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Right over left.',
      resolve: ({ left, comparison: { inverse } }) => figureIn(left.view, inverse),
    }),
    difference: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Left less right; null where the units differ in kind.',
      resolve: ({ left, comparison: { difference } }) => figureIn(left.view, difference),
    }),
    relativeDifference: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Left less right, over right: 0.05 means 5 % more.',
      resolve: ({ left, comparison: { relativeDifference } }) => figureIn(left.view, relativeDifference),
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'Whose figure both are, in a list of figures that moved; null elsewhere.',
      resolve: ({ of }) => of?.entity ?? null,
    }),
    property: t.field({
      type: Property,
      nullable: true,
      description: 'Which figure of the entity both are, in a list of figures that moved; null elsewhere.',
      resolve: ({ of }) => of?.property ?? null,
    }),
    order: t.field({
      type: ComparisonOrder,
      description: 'Which of the two is the greater.',
      resolve: ({ comparison: { order } }) => order,
    }),
  }),
});

const FigureInput = builder.inputType('FigureInput', {
  description: 'Names one figure of the graph, or supposes one.',
  fields: (t) => ({
    of: t.id({
      description:
        'The id of the entity, for example `Company:meta` or `Group:alibaba-tencent-baidu`. Required unless `quantity` is given.',
    }),
    property: t.field({
      type: Property,
      description: 'Which figure of the entity. Required unless `quantity` is given.',
    }),
    period: t.field({ type: 'PeriodLabel', description: 'The period; left out, the latest by the lens.' }),
    definition: t.string({
      description: 'The definition; left out, the first of the property that has a claim that counts.',
    }),
    unit: t.string({
      description: "The unit or currency to convert to before comparing; left out, the other side's where they differ.",
    }),
    rate: t.field({ type: ExchangeRate, description: 'The exchange rate of that conversion. Default: STATED.' }),
    growthFrom: t.field({
      type: 'PeriodLabel',
      description:
        'Take the compound growth a year from this period to `period`, which is then required, instead of the figure itself.',
    }),
    scenario: t.field({
      type: ShipmentScenario,
      description: 'For a value of shipments: what to suppose instead of the claimed units or price.',
    }),
    lens: t.field({
      type: LensInput,
      description: 'The lens for this side alone; left out, that of the surrounding view.',
    }),
    quantity: t.field({
      type: 'Quantity',
      description: 'A supposed figure instead of one of the graph; its evidence is SCENARIO.',
    }),
  }),
});

interface FigureInputShape {
  readonly of?: string | null | undefined;
  readonly property?: PropertyId | null | undefined;
  readonly period?: string | null | undefined;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly rate?: RateAsked | null | undefined;
  readonly growthFrom?: string | null | undefined;
  readonly scenario?: ScenarioShape | null | undefined;
  readonly lens?: LensShape | null | undefined;
  readonly quantity?: string | null | undefined;
}

entryPoint('compare', (t) =>
  t.field({
    type: ComparisonRef,
    nullable: true,
    description:
      'Two figures side by side: ratio, difference, and which is the greater. Each may have a lens of its own. Null where nothing is claimed of one of them.',
    args: {
      left: t.arg({ type: FigureInput, required: true, description: 'The left figure.' }),
      right: t.arg({ type: FigureInput, required: true, description: 'The right figure.' }),
    },
    resolve: (view, { left, right }, context) =>
      whenRead(
        whenAllRead([sideOf(context, view, left, 'left'), sideOf(context, view, right, 'right')]),
        ([one, other]) => (one && other ? compared(one, other, left, right) : null),
      ),
  }),
);

/** Where units differ, the side that asks for none of its own is converted; the left one where both do. */
function compared(
  left: FigureShape,
  right: FigureShape,
  leftAsked: FigureInputShape,
  rightAsked: FigureInputShape,
): Read<ComparisonShape> {
  const [leftUnit, rightUnit] = [left.figure.quantity.unit, right.figure.quantity.unit];
  const bothMoney = isCurrency(leftUnit) && isCurrency(rightUnit);
  const turnsLeft = rightAsked.unit != null && leftAsked.unit == null;
  const inLeft =
    bothMoney && turnsLeft
      ? convert(left.view, left.figure, rightUnit, leftAsked.rate ?? 'stated', 'left')
      : left.figure;
  const inRight =
    bothMoney && !turnsLeft
      ? convert(right.view, right.figure, leftUnit, rightAsked.rate ?? 'stated', 'right')
      : right.figure;
  return whenRead(whenAllRead([inLeft, inRight]), ([one = left.figure, other = right.figure]) => ({
    left: figureIn(left.view, one),
    right: figureIn(right.view, other),
    comparison: comparison(one, other),
  }));
}

function sideOf(
  context: Context,
  view: View,
  asked: FigureInputShape,
  argument: 'left' | 'right',
): Read<FigureShape | null> {
  return whenRead(lensArgument(context, asked.lens, view, `${argument}.lens`), (through) =>
    whenRead(figureAsked(context, through, asked, argument), (figure) => figureIn(through, figure)),
  );
}

function figureAsked(
  context: Context,
  view: View,
  asked: FigureInputShape,
  argument: 'left' | 'right',
): Read<Figure | null> {
  const { of, property, quantity, unit, rate } = asked;
  if (quantity != null) {
    if (of != null || property != null)
      throw clientError('BAD_ARGUMENT', 'Give either `quantity`, or `of` and `property`.', argument);
    const parsed = parseQuantity(quantity);
    if ('problem' in parsed) throw clientError('BAD_QUANTITY', parsed.problem, `${argument}.quantity`);
    return unit == null
      ? supposed(parsed)
      : convert(view, supposed(parsed), unit, rate ?? 'stated', `${argument}.unit`);
  }
  if (of == null || property == null) {
    throw clientError('BAD_ARGUMENT', 'Name a figure by `of` and `property`, or suppose one by `quantity`.', argument);
  }
  const named = parseGlobalId(context, of, `${argument}.of`);
  const id = named.view.lensText === '' ? globalId(named.type, named.slug, view) : of;
  return whenRead(nodeOf(context, id, `${argument}.of`), (entity) => {
    if (!isEntity(entity)) throw clientError('NOT_FOUND', `Nothing has the id "${of}".`, `${argument}.of`);
    const { growthFrom: from, period: to } = asked;
    if (from == null) return figureOf(entity, { ...asked, property });
    if (to == null) throw clientError('BAD_ARGUMENT', 'growthFrom needs the last period, `period`, too.', argument);
    return growthAYearOf(entity, { ...asked, property, from, to }, `${argument}.growthFrom`);
  });
}
