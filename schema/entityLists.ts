import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import type { BuilderTypes } from './builder.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { entityConnection } from './entities.ts';
import { type EntityConnectionRef, whereArgument } from './entityType.ts';
import type { Filter } from './filter.ts';
import { orderArguments } from './order.ts';

/** A list below an entity: those of a kind that name it in a role, such as the investments of an investor. */
export function naming(
  t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>,
  {
    role,
    type,
    connection,
    filter,
    description,
  }: {
    readonly role: ReferenceRole;
    readonly type: EntityType;
    readonly connection: EntityConnectionRef;
    readonly filter: Filter<EntityWhere>;
    readonly description: string;
  },
) {
  return t.field({
    type: connection,
    description,
    args: { ...whereArgument(filter), ...orderArguments, ...pageArguments },
    complexity: pageComplexity,
    resolve: (entity, asked) =>
      whenRead(filter.where(asked.where, entity.view), (where) =>
        entityConnection(entity.view, entity, { naming: [role], type }, where, asked),
      ),
  });
}
