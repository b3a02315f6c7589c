import type { Reader } from './cachedReader.ts';
import type { Claim } from './claim.ts';
import { type Seen, seeChildren } from './seen.ts';
import { type EntityRow, entityTypes, type LinkRow, type ReferenceRole } from './tables.ts';
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

/** The entities that claims at one door of an entity name, by their keys: the firms whose shares of a market are claimed. */
export function entitiesNamedAtDoor(entity: Seen<EntityRow>, door: string): Read<ReadonlyMap<number, Seen<EntityRow>>> {
  const { view, cohort } = entity;
  return cohort.once(`named at door ${door}`, (keys) =>
    whenRead(view.revision.claimsAtDoor(door)(keys), (byHolder) => {
      const named = new Set([...byHolder.values()].flat().flatMap(({ entityKey }) => entityKey ?? []));
      return whenRead(view.revision.entities([...named]), (byKey) => {
        const seen = [...seeChildren(view, byKey)];
        return new Map(seen.flatMap(([key, [one]]) => (one ? [[key, one] as const] : [])));
      });
    }),
  );
}

/** The claims whose subject is an entity, of every lens, those about its links left out. */
export function claimsOfSubject(entity: Seen<EntityRow>): Read<readonly Claim[]> {
  const read = entity.cohort.once('claims of subject', entity.view.revision.claimsOfSubject);
  return whenRead(read, (bySubject) => (bySubject.get(entity.row.key) ?? []).filter(({ linkKey }) => linkKey === null));
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

/** The claims about the same thing as a claim, itself included, of every lens. */
export function factOf(claim: Seen<Claim>): Read<readonly Claim[]> {
  const { revision } = claim.view;
  const facts = claim.cohort.once('fact', () =>
    whenRead(revision.claimsOfFact([...new Set(claim.cohort.rows.map((row) => row.factKey))]), (found) => found),
  );
  return whenRead(facts, (byFact) => byFact.get(claim.row.factKey) ?? []);
}

/** The link that a claim is about; null where it is about its subject. */
export function linkAt(claim: Seen<Claim>): Read<Seen<LinkRow> | null> {
  const { linkKey } = claim.row;
  if (linkKey === null) return null;
  const links = claim.cohort.once('link', () => {
    const keys = new Set(claim.cohort.rows.map((row) => row.linkKey).filter((key) => key !== null));
    return whenRead(claim.view.revision.links([...keys]), (byKey) => seeChildren(claim.view, byKey));
  });
  return whenRead(links, (byKey) => byKey.get(linkKey)?.[0] ?? null);
}

/** The sources that carry a claim, in the order of its file. */
export function sourcesOf(claim: Seen<Claim>): Read<readonly Seen<EntityRow>[]> {
  const sources = claim.cohort.once('sources', () => {
    const slugs = new Set(claim.cohort.rows.flatMap((row) => row.sources.map(({ slug }) => slug)));
    const asked = [...slugs].map((name) => ({ type: 'Source' as const, name }));
    return whenRead(
      claim.view.namedAll(asked),
      (found) => new Map(found.flat().map((source) => [source.row.slug, source])),
    );
  });
  return whenRead(sources, (bySlug) => claim.row.sources.flatMap(({ slug }) => bySlug.get(slug) ?? []));
}

/** Entities whose global ids stand in rows, by their ids; those of the whole cohort are read together. */
export function entitiesNamedOnce<Row extends { readonly key: number }>(
  seen: Seen<Row>,
  name: string,
  idsIn: (row: Row) => readonly string[],
): Read<ReadonlyMap<string, Seen<EntityRow>>> {
  return seen.cohort.once(`entities named ${name}`, () => {
    const asked = [...new Set(seen.cohort.rows.flatMap(idsIn))].flatMap((id) => {
      const [type, slug] = id.split(':');
      const known = entityTypes.find((one) => one === type);
      return known === undefined || slug === undefined ? [] : [{ type: known, name: slug }];
    });
    return whenRead(
      seen.view.namedAll(asked),
      (found) => new Map(found.flat().map((entity) => [`${entity.row.type}:${entity.row.slug}`, entity])),
    );
  });
}
