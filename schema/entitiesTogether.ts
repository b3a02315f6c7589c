import { isSeen } from '../src/store/counting.ts';
import { countsNaming } from '../src/store/countsNaming.ts';
import type { EntityList } from '../src/store/lists.ts';
import { claimsOfSubject } from '../src/store/reading.ts';
import { keysInList } from '../src/store/rowKeys.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { gather, gatherBudget } from './entities.ts';
import { keysOfEntities } from './entityKeys.ts';
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
  const type = 'all' in list ? list.all : list.type;
  const keysKnown = keysOfEntities[type] ?? {};
  const gathered = (of: RowFigureShape | null, keys: readonly GroupKeyId[]): Read<readonly GatheredRow[]> => {
    const readers = keysAmong(keys, keysKnown).map(({ read }) => read);
    const told = keys.some((key) => key === 'evidence' || key === 'source') ? toldBy[type] : undefined;
    return whenRead(gather(view, parent, list, where), (entities) =>
      whenRead(whenAllRead(entities.map((entity) => rowOf(entity, of, told ?? null, readers))), (rows) =>
        rows.filter((row) => row !== null),
      ),
    );
  };
  const isAllKnown = view.lensText === '' || toldBy[type] === undefined;
  const counts = (key: GroupKeyId) => {
    const roles = rolesOf[type]?.[key];
    if (roles === undefined) return null;
    return whenRead(countsNaming(view, parent, { list, where }, roles), (found) =>
      found.map((one) => ({ value: one.entity && entityValue(one.entity), count: one.count })),
    );
  };
  const many = (of: RowFigureShape | null, keys: readonly GroupKeyId[]) => {
    keysAmong(keys, keysKnown);
    const asked = { view, parent, type, list, where };
    return whenRead(isAllKnown && (view.revision.info.counts[type] ?? 0) > gatherBudget ? rowsIn() : 0, (found) =>
      found > gatherBudget ? manyBuckets(asked, of, keys, toldBy[type] ?? null) : null,
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

/** The roles over which rows name the values of a key. */
const rolesOf: { readonly [Type in EntityType]?: { readonly [Key in GroupKeyId]?: readonly ReferenceRole[] } } = {
  Investment: { investor: ['investor'], target: ['target'] },
  Processor: { maker: ['maker'] },
  Shipment: { seller: ['seller'], buyer: ['buyer'], processor: ['processor'], maker: ['processor', 'maker'] },
};

/** The figure by which rows that are facts themselves are told, where none is asked for. */
const toldBy: { readonly [Type in EntityType]?: RowFigureShape } = {
  Investment: { property: 'amount' },
  Shipment: { property: 'units' },
};

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
  if (view.lensText === '' || toldBy[row.type] === undefined) return true;
  return whenRead(claimsOfSubject(entity), (claims) => claims.some((claim) => isSeen(view.lens, view.horizon, claim)));
}
