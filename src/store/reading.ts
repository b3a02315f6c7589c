import type { Claim } from './claim.ts';
import type { Reader } from './cachedReader.ts';
import { type Seen, seeChildren } from './seen.ts';
import type { EntityRow, LinkRow, ReferenceRole } from './tables.ts';
import { type Read, whenRead } from './whenRead.ts';

/** What an entity names in a role, in the order of its file. The whole cohort's are read together. */
export function referencesOf(entity: Seen<EntityRow>, role: ReferenceRole): Read<readonly Seen<EntityRow>[]> {
  return childrenOf(entity, `reference ${role}`, entity.view.revision.references(role));
}

/** The one entity named in a role; null where none is. */
export function referenceOf(entity: Seen<EntityRow>, role: ReferenceRole): Read<Seen<EntityRow> | null> {
  return whenRead(referencesOf(entity, role), ([first]) => first ?? null);
}

/** The claims at one door of an entity, of every lens. */
export function claimsAtDoor(entity: Seen<EntityRow>, door: string): Read<readonly Claim[]> {
  const read = entity.cohort.once(`door ${door}`, entity.view.revision.claimsAtDoor(door));
  return whenRead(read, (byHolder) => byHolder.get(entity.row.key) ?? []);
}

/** The claims whose subject is an entity, of every lens, those about its links left out. */
export function claimsOfSubject(entity: Seen<EntityRow>): Read<readonly Claim[]> {
  const read = entity.cohort.once('claims of subject', entity.view.revision.claimsOfSubject);
  return whenRead(read, (bySubject) => bySubject.get(entity.row.key) ?? []);
}

/** The claims behind a link, of every lens. */
export function claimsOfLink(link: Seen<LinkRow>): Read<readonly Seen<Claim>[]> {
  return childrenOf(link, 'claims of link', link.view.revision.claimsOfLink);
}

/**
 * The entity whose key stands in a row: the end of a link, the subject of a claim; null where the row holds none. Those of
 * the whole cohort are read together. `name` tells one such key of a row from another.
 */
export function entityAt<Row extends { readonly key: number }>(
  seen: Seen<Row>,
  name: string,
  keyIn: (row: Row) => number | null,
): Read<Seen<EntityRow> | null> {
  const key = keyIn(seen.row);
  if (key === null) return null;
  const entities = seen.cohort.once(`entity ${name}`, () => {
    const keys = new Set(seen.cohort.rows.map(keyIn).filter((one) => one !== null));
    return whenRead(seen.view.revision.entities([...keys]), (byKey) => seeChildren(seen.view, byKey));
  });
  return whenRead(entities, (byKey) => byKey.get(key)?.[0] ?? null);
}

/** The entities whose keys stand in a row. */
export function entitiesAt<Row extends { readonly key: number }>(
  seen: Seen<Row>,
  name: string,
  keysIn: (row: Row) => readonly number[],
): Read<readonly Seen<EntityRow>[]> {
  const entities = seen.cohort.once(`entities ${name}`, () => {
    const keys = new Set(seen.cohort.rows.flatMap(keysIn));
    return whenRead(seen.view.revision.entities([...keys]), (byKey) => seeChildren(seen.view, byKey));
  });
  return whenRead(entities, (byKey) => keysIn(seen.row).flatMap((key) => byKey.get(key) ?? []));
}

function childrenOf<Row extends { readonly key: number }, Child extends { readonly key: number }>(
  seen: Seen<Row>,
  name: string,
  reader: Reader<readonly Child[]>,
): Read<readonly Seen<Child>[]> {
  const children = seen.cohort.once(name, (keys) =>
    whenRead(reader(keys), (byParent) => seeChildren(seen.view, byParent)),
  );
  return whenRead(children, (byParent) => byParent.get(seen.row.key) ?? []);
}
