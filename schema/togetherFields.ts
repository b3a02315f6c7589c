import { Aggregate, aggregateOf } from './aggregate.ts';
import { BucketConnection } from './bucket.ts';
import { BucketOrder } from './bucketOrder.ts';
import type { BuilderTypes } from './builder.ts';
import { type ConnectionShape, pageArguments, pageComplexity } from './connection.ts';
import { groupKeyEnum } from './groupKeyEnum.ts';
import { groupsOf } from './groupsOf.ts';
import { RowFigure } from './rowsGathered.ts';

/** The fields of a connection whose rows can be taken together. */
export function togetherFields<Node>(t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, ConnectionShape<Node>>) {
  return {
    aggregate: t.field({
      type: Aggregate,
      nullable: true,
      description:
        'These rows taken together, over all pages. What is part of another row is not counted twice: a subsidiary, a quarter of a year, a group whose members are counted. Of more than 5,000 rows only entities through the default lens are taken together, by figures that sources state, and without what was computed from what; others are an error.',
      args: { of: t.arg({ type: RowFigure, description: 'The figure to add up; left out, rows are only counted.' }) },
      resolve: ({ together }, { of }) => (together ? aggregateOf(together, of) : null),
    }),
    groupBy: t.field({
      type: BucketConnection,
      nullable: true,
      description:
        'These rows in groups, over all pages. In calendar periods, what was spent or shipped in one that no row is of follows from the others: the second quarter from the half and the first. Of more than 5,000 rows only entities through the default lens are grouped, by any key but SOURCE; others are an error.',
      args: {
        keys: t.arg({ type: [groupKeyEnum()], required: true, description: 'What to group by, 1 to 4 keys.' }),
        of: t.arg({ type: RowFigure, description: 'The figure to add up; left out, rows are only counted.' }),
        orderBy: t.arg({ type: [BucketOrder], description: 'What to order by. Default: the keys.' }),
        ...pageArguments,
      },
      complexity: pageComplexity,
      resolve: ({ together }, asked) => (together ? groupsOf(together, asked) : null),
    }),
  };
}
