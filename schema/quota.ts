import type { BookClause } from '../src/controls/evaluation.ts';
import type { Quota } from '../src/controls/rule.ts';
import { ruleFigure } from '../src/metrics/ruleFigure.ts';
import { unitsWithin, unusedWithin } from '../src/metrics/unitsWithin.ts';
import { exact, inUnit } from '../src/quantity/arithmetic.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { parseUnit } from '../src/quantity/unit.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { entityNamed } from './entityNamed.ts';
import { FigureRef, figureIn } from './figure.ts';
import { RuleOperatorEnum } from './ruleWords.ts';
import { weighedFigure } from './weighedFigures.ts';

/** How much may pass under a clause. */
export interface QuotaShape {
  readonly clause: BookClause;
  readonly quota: Quota;
  readonly view: View;
}

export const QuotaRef = builder.objectRef<QuotaShape>('Quota').implement({
  description: 'How much may pass under a clause.',
  fields: (t) => ({
    limit: t.field({
      type: FigureRef,
      description: 'The limit.',
      resolve: (shape) => figureIn(shape.view, limitOf(shape)),
    }),
    operator: t.field({
      type: RuleOperatorEnum,
      description: 'How the quantity must stand to the limit.',
      resolve: ({ quota }) => quota.operator,
    }),
    basis: t.string({
      description: 'What it is measured by and over: `units shipped to US customers`, `TPP, one consignee, one year`.',
      resolve: ({ quota }) => quota.basis,
    }),
    units: t.field({
      type: FigureRef,
      nullable: true,
      description: 'How many of a processor fit in; null where that cannot be said.',
      args: { processor: t.arg.id({ required: true, description: 'Id or slug of the processor.' }) },
      resolve: (shape, { processor }, context) => within(context, shape, processor, unitsWithin),
    }),
    unused: t.field({
      type: FigureRef,
      nullable: true,
      description: 'What that many leave unused; null where that cannot be said.',
      args: { processor: t.arg.id({ required: true, description: 'Id or slug of the processor.' }) },
      resolve: (shape, { processor }, context) => within(context, shape, processor, unusedWithin),
    }),
  }),
});

function limitOf({ clause, quota }: QuotaShape): Figure {
  return ruleFigure(exact(String(quota.limit), parseUnit(quota.unit) ?? quota.unit), {
    text: `${clause.citation ?? clause.key}: ${quota.basis}.`,
    tentative: (quota.rank ?? clause.rank) === 'tentative',
  });
}

function within(context: Context, shape: QuotaShape, id: string, metric: typeof unitsWithin) {
  const { quota, view } = shape;
  return whenRead(entityNamed(context, view, id, 'Processor', 'processor', 'processor'), (processor) => {
    const used: Read<Figure | null> = quota.uses === undefined ? null : weighedFigure(processor, quota.uses);
    return whenRead(used, (use) => {
      if (use === null) return null;
      const limit = limitOf(shape);
      const inUnitOfLimit = { ...use, quantity: inUnit(use.quantity, limit.quantity.unit) };
      return figureIn(view, metric({ limit, use: inUnitOfLimit, inclusive: quota.operator === 'at-most' }));
    });
  });
}
