import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import type { View } from '../src/store/view.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';

/** What an operation may cost: fields asked for, each as often as the lists around it may have rows. */
export const limits = { complexity: 500_000, depth: 24, breadth: 1_000 };

/** The types that all modules of the schema share. */
export type SchemaTypes = {
  Context: Context;
  DefaultFieldNullability: false;
  /** The root value of an operation is the default view: Query and View read the same entry points. */
  Root: View;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    Decimal: { Input: string; Output: string };
    PeriodLabel: { Input: string; Output: string };
    Quantity: { Input: string; Output: string };
  };
};

export const builder = new SchemaBuilder<SchemaTypes>({
  defaultFieldNullability: false,
  plugins: [ComplexityPlugin],
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 5,
    limit: limits,
    complexityError: (kind, { depth, breadth, complexity }) => {
      const most = `a depth of ${limits.depth}, a breadth of ${limits.breadth} and a cost of ${limits.complexity}`;
      const is = `a depth of ${depth}, a breadth of ${breadth} and a cost of ${complexity}`;
      throw clientError(
        'TOO_COMPLEX',
        `The operation has ${is}; allowed are at most ${most}. Ask for smaller pages, or in several operations (${kind}).`,
      );
    },
  },
});

/** The types of the builder as Pothos extends them. */
export type BuilderTypes = (typeof builder)['$inferSchemaTypes'];
