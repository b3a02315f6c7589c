import { divide, exact, sum } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Row } from './extent.ts';
import { derive, mixedDefinitions, sharedDefinition } from './metric.ts';
import { knownFigures, sharedPeriodOf, type Taken, warningsOf } from './rowsTogether.ts';

/** The mean of the rows counted: Σ counted ÷ their number, its ends the means of the ends. Null where none is counted. */
export function mean(taken: Taken<Row>): Figure | null {
  const { counted, measure } = taken;
  const figures = knownFigures(counted);
  if (figures.length === 0) return null;
  const all = sum(
    figures.map(({ quantity }) => quantity),
    measure.unit,
  );
  return derive({
    metric: 'mean',
    formula: 'Σ counted ÷ number of counted',
    inputs: counted.flatMap(({ entity, figure }) => (figure ? [{ name: entity.name, figure }] : [])),
    quantity: figures.length === 1 ? all : divide(all, exact(figures.length, 'ratio'), measure.unit),
    period: sharedPeriodOf(figures),
    definition: sharedDefinition(figures),
    warnings: [...warningsOf(taken), ...mixedDefinitions(figures)],
    notDefined: 'the figures are bounded on sides that leave nothing certain',
  });
}
