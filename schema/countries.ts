import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { membersOf } from './members.ts';
import { detailOf } from './period.ts';

/** The roles in which kinds of entity name where they are. */
const whereabouts: { readonly [Type in EntityType]?: ReferenceRole } = {
  Company: 'home',
  Market: 'place',
  Product: 'place',
};

/** How far up from a place its country is looked for. */
const mostSteps = 6;

/** The countries of an entity, none where unknown. A group is in those of its members, where they are all of it. */
export function countriesOf(entity: Seen<EntityRow>): Read<readonly Seen<EntityRow>[]> {
  const { type } = entity.row;
  if (type === 'Place') return countryAround(entity);
  if (type === 'Group') return detailOf(entity).closed === false ? [] : countriesOfAll(membersOf(entity));
  const role = whereabouts[type];
  return role === undefined ? [] : countriesOfAll(referencesOf(entity, role));
}

function countriesOfAll(entities: Read<readonly Seen<EntityRow>[]>): Read<readonly Seen<EntityRow>[]> {
  return whenRead(entities, (all) => whenRead(whenAllRead(all.map(countriesOf)), (found) => found.flat()));
}

function countryAround(place: Seen<EntityRow> | null, left = mostSteps): Read<readonly Seen<EntityRow>[]> {
  if (place === null || left === 0) return [];
  // The compiler wrote it in this form.
  const kinds = JSON.parse(place.row.kindsJson) as readonly string[];
  if (kinds.includes('country')) return [place];
  return whenRead(referenceOf(place, 'within'), (around) => countryAround(around, left - 1));
}
