import type { Trade } from '../src/metrics/disjointShipments.ts';
import type { Parties, Party } from '../src/metrics/parties.ts';
import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { membersOf, parentOf } from './members.ts';
import { detailOf } from './period.ts';

/** Who sold what to whom, in a shipment. */
export function tradeOf(shipment: Seen<EntityRow>): Read<Trade> {
  const named = (role: ReferenceRole) => whenRead(referencesOf(shipment, role), partiesOf);
  return whenRead(whenAllRead([named('seller'), named('processor'), named('goods'), named('buyer')]), (found) => {
    const [sellers = [], processors = [], goods = [], buyers = []] = found;
    return { sellers, goods: [...processors, ...goods], buyers };
  });
}

/** Entities as parties of trades. A group of which all members are known is its members. */
export function partiesOf(entities: readonly Seen<EntityRow>[]): Read<Parties> {
  return whenRead(whenAllRead(entities.map(partyOf)), (found) => found.flat());
}

/** The parties that entities of a cohort are: thousands of trades have few, each looked at once for all of them. */
const partiesKnown = new WeakMap<object, Map<number, Read<Parties>>>();

function partyOf(entity: Seen<EntityRow>): Read<Parties> {
  const { cohort, row } = entity;
  const known = partiesKnown.get(cohort) ?? new Map<number, Read<Parties>>();
  partiesKnown.set(cohort, known);
  const parties = known.get(row.key) ?? partyAlone(entity);
  known.set(row.key, parties);
  return parties;
}

function partyAlone(entity: Seen<EntityRow>): Read<Parties> {
  const { type, key } = entity.row;
  if (type === 'Group') return groupParties(entity);
  const step = type === 'Company' ? ownersOf : type === 'Processor' ? familyOf : placeAround;
  const home = type === 'Company' ? whenRead(referenceOf(entity, 'home'), (place) => chain(place, placeAround)) : [];
  return whenRead(
    whenAllRead([chain(entity, step), home]),
    (found): Parties => [{ key, within: new Set(found.flat().map(({ row }) => row.key)), open: false }],
  );
}

function groupParties(group: Seen<EntityRow>): Read<Parties> {
  const { key } = group.row;
  const asOne: Party = { key, within: new Set([key]), open: true };
  if (detailOf(group).closed === false) return [asOne];
  return whenRead(membersOf(group), (members) => (members.length === 0 ? [asOne] : partiesOf(members)));
}

type Step = (entity: Seen<EntityRow>) => Read<Seen<EntityRow> | null>;

const ownersOf: Step = parentOf;
/** The family that a processor belongs to; null where none is known. */
export const familyOf: Step = (processor) => referenceOf(processor, 'family');
const placeAround: Step = (place) => (place.row.type === 'Place' ? referenceOf(place, 'within') : null);

/** How far up owners, families and places are followed. */
const mostSteps = 6;

/** An entity, what it is a part of, what that is a part of, and so on. */
function chain(entity: Seen<EntityRow> | null, step: Step, left = mostSteps): Read<readonly Seen<EntityRow>[]> {
  if (entity === null || left === 0) return [];
  return whenRead(
    whenRead(step(entity), (next) => chain(next, step, left - 1)),
    (rest) => [entity, ...rest],
  );
}
