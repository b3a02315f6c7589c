import { type Headroom, headroomOf } from '../src/controls/headroom.ts';
import { isNumber, type RuleQuantity } from '../src/controls/vocabulary.ts';
import { headroomDistance, headroomRatio } from '../src/metrics/headroom.ts';
import { ruleFigure } from '../src/metrics/ruleFigure.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ConditionRef } from './condition.ts';
import { clientError } from './errors.ts';
import { conditionIn } from './exportStatus.ts';
import type { ExportStatusShape } from './exportStatusOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { unitOf } from './ruleUnits.ts';
import { ExportOutcomeEnum, LicencePolicyEnum, RuleQuantityEnum } from './ruleWords.ts';

/** How far one quantity of a chip could go. */
interface HeadroomShape {
  readonly status: ExportStatusShape;
  readonly headroom: Headroom;
  readonly limit: Figure;
  readonly actual: Figure;
}

export const HeadroomRef = builder.objectRef<HeadroomShape>('Headroom').implement({
  description: 'How far one quantity could go before the status changes.',
  fields: (t) => ({
    quantity: t.field({
      type: RuleQuantityEnum,
      description: 'The quantity that moves.',
      resolve: ({ headroom }): RuleQuantity => headroom.quantity,
    }),
    limit: t.field({
      type: FigureRef,
      description:
        'Where the status changes: the high bound of where it could go up to, or the low bound of where it could go down to. An open bound is itself already on the other side.',
      resolve: ({ status, limit }) => figureIn(status.view, limit),
    }),
    distance: t.field({
      type: FigureRef,
      description: "From the value to the limit, in the quantity's unit; negative where the limit lies below.",
      resolve: ({ status, ...going }) => figureIn(status.view, headroomDistance(going)),
    }),
    ratio: t.field({
      type: FigureRef,
      description: 'The same as a ratio of the value.',
      resolve: ({ status, ...going }) => figureIn(status.view, headroomRatio(going)),
    }),
    condition: t.field({
      type: ConditionRef,
      description: 'The condition that changes there.',
      resolve: ({ status, headroom }) => conditionIn(status, headroom.condition),
    }),
    outcome: t.field({
      type: ExportOutcomeEnum,
      description: 'The outcome beyond the limit.',
      resolve: ({ headroom }) => headroom.beyond.outcome,
    }),
    policy: t.field({
      type: LicencePolicyEnum,
      nullable: true,
      description: 'The policy beyond the limit; null where no licence is required.',
      resolve: ({ headroom }) => headroom.beyond.policy,
    }),
  }),
});

/** How far the quantities of a chip could go; null where its status is open. @throws the client's error for what is no number */
export function headroomsOf(
  status: ExportStatusShape,
  quantities: readonly RuleQuantity[] | null,
): Read<readonly HeadroomShape[] | null> {
  const numbers = quantities?.filter(isNumber);
  const word = quantities?.find((quantity) => !isNumber(quantity));
  if (word !== undefined) {
    const name = word.toUpperCase().replaceAll('-', '_');
    throw clientError('BAD_ARGUMENT', `${name} is no number, and so goes nowhere.`, 'quantities');
  }
  const headrooms = headroomOf(status.way.inPlace.rules, status.question, numbers);
  if (headrooms === null) return null;
  const read = headrooms
    .slice(0, 100)
    .map((headroom) =>
      whenRead(status.chip.figureOf(headroom.quantity), (actual) =>
        actual === null ? [] : [{ status, headroom, limit: limitOf(headroom), actual }],
      ),
    );
  return whenRead(whenAllRead(read), (found) => found.flat());
}

function limitOf({ quantity, direction, limit, open, condition: { clause } }: Headroom): Figure {
  const isUp = direction === 'up';
  const bound = { value: limit, bounds: 'computed' as const, unit: unitOf(quantity) };
  return ruleFigure(
    isUp
      ? { ...bound, low: null, high: limit, lowOpen: false, highOpen: open }
      : { ...bound, low: limit, high: null, lowOpen: open, highOpen: false },
    {
      text: `There a condition of ${clause.key} turns, other things equal.`,
      tentative: clause.rank === 'tentative',
    },
  );
}
