import { type StatedCondition, statedText } from '../src/controls/alternatives.ts';
import type { BookClause, Truth } from '../src/controls/evaluation.ts';
import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import { distance, margin } from '../src/metrics/margin.ts';
import { ruleFigure } from '../src/metrics/ruleFigure.ts';
import { exact } from '../src/quantity/arithmetic.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Chip } from './chip.ts';
import { ClauseRef } from './clause.ts';
import { FigureRef, figureIn } from './figure.ts';
import { unitOf } from './ruleUnits.ts';
import { RuleOperatorEnum, RuleQuantityEnum } from './ruleWords.ts';

/** A condition of a clause, and the chip that is held against it, if there is one. */
export interface ConditionShape extends StatedCondition {
  readonly view: View;
  readonly clause: BookClause;
  readonly chip: Chip | null;
  readonly met: Truth;
  /** In words; left out for a condition that nothing is held against. */
  readonly text?: string;
}

export const ConditionRef = builder.objectRef<ConditionShape>('Condition');

builder.objectType(ConditionRef, {
  description: 'A condition of a clause, and how a processor stands to it where there is one.',
  fields: (t) => ({
    quantity: t.field({
      type: RuleQuantityEnum,
      description: 'The quantity it looks at.',
      resolve: ({ quantity }): RuleQuantity => quantity,
    }),
    operator: t.field({ type: RuleOperatorEnum, description: 'How it compares.', resolve: ({ operator }) => operator }),
    threshold: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The threshold; null where it compares no number.',
      resolve: (condition) => figureIn(condition.view, thresholdOf(condition)),
    }),
    actual: t.field({
      type: FigureRef,
      nullable: true,
      description: "The processor's value; null where unknown, no number, or no processor is asked about.",
      resolve: (condition) => whenRead(actualOf(condition), (figure) => figureIn(condition.view, figure)),
    }),
    met: t.boolean({
      nullable: true,
      description: 'Whether it holds; null where that is open or no processor is asked about.',
      resolve: ({ met }) => met,
    }),
    margin: t.field({
      type: FigureRef,
      nullable: true,
      description:
        '(Actual less threshold) over threshold, signed: -0.0133 is 1.33 % below. Null where one is missing, or the threshold is 0.',
      resolve: (condition) => (condition.value === 0 ? null : heldAgainst(condition, margin)),
    }),
    distance: t.field({
      type: FigureRef,
      nullable: true,
      description: "Actual less threshold, in the quantity's unit; null where one is missing.",
      resolve: (condition) => heldAgainst(condition, distance),
    }),
    clause: t.field({
      type: ClauseRef,
      description: 'The clause it belongs to.',
      resolve: ({ clause, view }) => ({ clause, view }),
    }),
    paragraph: t.string({
      nullable: true,
      description:
        'The paragraph or named definition it stands in, for example `b.2`; null where the clause states it itself.',
      resolve: ({ paragraph }) => paragraph,
    }),
    text: t.string({
      description: 'The condition in words: `TPP 2368 < 2400: 1.3 % below`.',
      resolve: (condition) => condition.text ?? statedText(condition),
    }),
  }),
});

function thresholdOf({ quantity, value, clause }: ConditionShape): Figure | null {
  if (typeof value !== 'number') return null;
  const text = clause.citation === undefined ? `The threshold is that of ${clause.key}.` : `${clause.citation}.`;
  return ruleFigure(exact(String(value), unitOf(quantity)), { text, tentative: clause.rank === 'tentative' });
}

function actualOf({ chip, quantity }: ConditionShape): Read<Figure | null> {
  return chip?.figureOf(quantity) ?? null;
}

function heldAgainst(condition: ConditionShape, metric: typeof margin) {
  const threshold = thresholdOf(condition);
  return whenRead(actualOf(condition), (actual) =>
    figureIn(condition.view, actual && threshold && metric({ actual, threshold })),
  );
}
