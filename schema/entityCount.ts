import type { EntityType } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { EntityTypeEnum } from './entityTypeEnum.ts';

export const EntityCount = builder
  .objectRef<{ readonly type: EntityType; readonly count: number }>('EntityCount')
  .implement({
    description: 'How many entities of one kind.',
    fields: (t) => ({
      type: t.field({ type: EntityTypeEnum, description: 'The kind.', resolve: ({ type }) => type }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  });
