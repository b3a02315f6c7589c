import { isSeen } from '../src/store/counting.ts';
import { countsNaming } from '../src/store/countsNaming.ts';
import { type EntityList, typeIn } from '../src/store/lists.ts';
import { claimsOfSubject } from '../src/store/reading.ts';
import { keysInList } from '../src/store/rowKeys.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { gather, gatherBudget } from './entities.ts';
import { entityKindOf } from './entityKinds.ts';
import { extentOf, isFlow, mainKind } from './extents.ts';
import { figureOf } from './figureOf.ts';
import { entityValue, type GroupKeyId, keysAmong, type ReadKey } from './groupKeys.ts';
import { manyBuckets } from './manyBuckets.ts';
import { referenceTo } from './members.ts';
import { ownPeriod } from './period.ts';
import { declarationOf } from './property.ts';
import type { GatheredRow, RowFigureShape, RowsTogether } from './rowsGathered.ts';

/** The rows of a list of entities, to be taken together; `count` counts them all. */
export function entitiesTogether(
  view: View,
  parent: Parent,
  list: EntityList,
  where: EntityWhere,
  count: () => Read<number>,
): RowsTogether {
  const type = typeIn(list);
  const kind = entityKindOf(type);
  const keysKnown = kind.keys();
  const toldBy = kind.toldBy === undefined ? null : { property: kind.toldBy };
  const gathered = (of: RowFigureShape | null, keys: readonly GroupKeyId[]): Read<readonly GatheredRow[]> => {
    const readers = keysAmong(keys, keysKnown).map(({ read }) => read);
    const told = keys.some((key) => key === 'evidence' || key === 'source') ? toldBy : null;
    return whenRead(gather(view, parent, list, where), (entities) =>
      whenRead(whenAllRead(entities.map((entity) => rowOf(entity, of, told, readers))), (rows) =>
        rows.filter((row) => row !== null),
      ),
    );
  };
  const isAllKnown = view.lensText === '' || toldBy === null;
  const counts = (key: GroupKeyId) => {
    const path = keysKnown[key]?.path;
    if (path == null) return null;
    return whenRead(countsNaming(view, parent, { list, where }, path), (found) =>
      found.map((one) => ({ value: one.entity && entityValue(one.entity), count: one.count })),
    );
  };
  const many = (of: RowFigureShape | null, keys: readonly GroupKeyId[]) => {
    keysAmong(keys, keysKnown);
    const asked = { view, parent, type, list, where };
    return whenRead(isAllKnown && (view.revision.info.counts[type] ?? 0) > gatherBudget ? rowsIn() : 0, (found) =>
      found > gatherBudget ? manyBuckets(asked, of, keys, toldBy) : null,
    );
  };
  // Below many parents at once; else the keys, which are asked for next, are as quick to read as their number.
  const rowsIn = () =>
    parent === null ? whenRead(keysInList(view, parent, list, where), ({ length }) => length) : count();
  return {
    view,
    many,
    ...(isAllKnown && { countsBy: counts }),
    gather: gathered,
    count: isAllKnown ? count : () => whenRead(gathered(null, []), ({ length }) => length),
  };
}

/** A row and its figure; null for one that is a fact of which the lens sees no claim: nobody it trusts knows of it. */
function rowOf(
  entity: Seen<EntityRow>,
  of: RowFigureShape | null,
  told: RowFigureShape | null,
  readers: readonly ReadKey<Seen<EntityRow>>[],
): Read<GatheredRow | null> {
  const asked = of ?? told;
  return whenRead(asked && figureOf(entity, { ...asked, rate: 'mean' }), (figure) =>
    whenRead(figure !== null || isKnownTo(entity), (isKnown) => {
      if (!isKnown) return null;
      const extent = of && declarationOf(of.property).adds ? extentOf(entity) : null;
      return whenRead(extent, (found) => {
        const period = ownPeriod(entity);
        const kinds = { type: entity.row.type, kind: mainKind(entity.row) };
        return {
          entity: referenceTo(entity),
          seen: entity,
          figure: of && figure,
          extent: found,
          period,
          isFlow: of !== null && figure !== null && isFlow(kinds, of.property, figure.definition),
          valuesOf: (instead = { figure, period }) =>
            whenAllRead(readers.map((read) => read({ node: entity, ...instead }))),
        };
      });
    }),
  );
}

function isKnownTo(entity: Seen<EntityRow>): Read<boolean> {
  const { view, row } = entity;
  if (view.lensText === '' || entityKindOf(row.type).toldBy === undefined) return true;
  return whenRead(claimsOfSubject(entity), (claims) => claims.some((claim) => isSeen(view.lens, view.horizon, claim)));
}
