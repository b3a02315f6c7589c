import { foldName } from '../quantity/foldName.ts';
import { firstDayOf } from '../quantity/period.ts';
import { type EntityType, entityTypes } from '../store/tables.ts';
import { idOf } from './catalogue.ts';
import { compareTexts } from './compareTexts.ts';
import type { Entity } from './entity.ts';
import { inside, nameSpot, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import type { Link } from './link.ts';
import { linkClaims, type WrittenClaim } from './linkClaims.ts';
import type { MembershipEntry } from './linkShape.ts';
import { readDate } from './publications.ts';
import { typesOf } from './typesOf.ts';
import type { World } from './world.ts';

/** A link, and the claims about it as they are written. */
export interface WrittenLink {
  readonly link: Link;
  readonly claims: readonly WrittenClaim[];
}

/**
 * The links that files give and those that follow from attributes: maker, family, members, place. A written link that
 * says no more of its ends than an attribute does adds its claims and dates to that one, so that no edge is there twice.
 */
export function readLinks(world: World): readonly WrittenLink[] {
  const links = new Map<string, WrittenLink[]>();
  const entities = [...world.entities.values()];
  for (const written of entities.flatMap((entity) => structuralLinks(entity, world))) addLink(links, written, world);
  const stated = entities.flatMap((entity) => statedLinks(entity, world));
  // Which of two dated links an attribute takes up must not depend on the order in which a file gives them.
  stated.sort((left, right) => compareTexts(left.link.id, right.link.id));
  for (const written of stated) addLink(links, written, world);
  const all = [...links.values()].flat();
  checkIds(all, world);
  return all;
}

function structuralLinks(entity: Entity, world: World): readonly WrittenLink[] {
  const { file, path: around, structure } = entity.draft;
  return structure.flatMap(({ kind, other, types, direction, path, entry }) => {
    const spot = { file, path: [...around, ...path] };
    const end = entityNamed(other, types, spot, world);
    if (end === null) return [];
    const [from, to] = direction === 'to-this' ? [end, entity] : [entity, end];
    const claims = entry === null ? [] : linkClaims(entry, spot);
    return [
      { link: linkOf({ kind, from, to, what: null, role: null, structural: true }, entry ?? {}, spot, world), claims },
    ];
  });
}

function statedLinks(from: Entity, world: World): readonly WrittenLink[] {
  const { file, path, links } = from.draft;
  return links.flatMap((entry, index) => {
    const spot = { file, path: [...path, 'links', index] };
    const types = typesOf(world.vocabulary.linkKinds[entry.kind]?.to ?? []);
    const to = entityNamed(entry.to, types, inside(spot, 'to'), world);
    const what = entry.what === undefined ? null : entityNamed(entry.what, entityTypes, inside(spot, 'what'), world);
    const claims = linkClaims(entry, spot);
    if (claims.length === 0)
      report(world.findings, spot, 'a link without a source: add `source`, or a list of `claims`');
    if (to === from)
      report(world.findings, inside(spot, 'to'), `${from.slug} cannot be linked to itself: write another entity`);
    if (to === null) return [];
    const role = entry.role?.trim() ?? null;
    return [
      { link: linkOf({ kind: entry.kind, from, to, what, role, structural: false }, entry, spot, world), claims },
    ];
  });
}

type Ends = Pick<Link, 'kind' | 'from' | 'to' | 'what' | 'role' | 'structural'>;

function linkOf(ends: Ends, entry: Pick<MembershipEntry, 'start' | 'end'>, spot: Spot, { findings }: World): Link {
  const start = readDate(entry.start, inside(spot, 'start'), findings);
  const end = readDate(entry.end, inside(spot, 'end'), findings);
  if (start !== null && end !== null && (firstDayOf(end) ?? '') < (firstDayOf(start) ?? '')) {
    report(findings, inside(spot, 'end'), `it ends on ${end}, before it starts on ${start}: correct one of them`);
  }
  return { ...ends, ...spot, start, end, id: linkId(ends, start) };
}

/** Made of what tells it apart, so that it does not depend on what other links there are. */
function linkId({ from, kind, to, what, role }: Ends, start: string | null): string {
  const parts = [from.slug, kind, to.slug, what?.slug ?? null, role === null ? null : foldName(role), start];
  return parts.filter((part) => part !== null).join('-');
}

function addLink(links: Map<string, WrittenLink[]>, written: WrittenLink, world: World): void {
  const { link } = written;
  const identity = identityOf(link, world);
  const others = links.get(identity);
  if (others === undefined) {
    links.set(identity, [written]);
    return;
  }
  const undated = link.structural
    ? -1
    : others.findIndex((other) => other.link.structural && other.link.start === null);
  const same = others.findIndex((other) => other.link.start === link.start);
  const index = same >= 0 ? same : undated;
  const other = others[index];
  if (other === undefined) others.push(written);
  else if (other.link.structural && !link.structural) others[index] = merged(other, written);
  else
    report(world.findings, link, `this link stands at ${nameSpot(other.link)} already: put the claims under that one`);
}

/** What an attribute says, with the dates and claims that a written link adds to it. */
function merged({ link, claims }: WrittenLink, added: WrittenLink): WrittenLink {
  const dates = { start: link.start ?? added.link.start, end: link.end ?? added.link.end };
  return { link: { ...link, ...dates }, claims: [...claims, ...added.claims] };
}

/** The same for links that say the same, whenever they hold. A symmetric kind reads the same from either end. */
function identityOf({ kind, from, to, what, role }: Link, { vocabulary }: World): string {
  const ends = [from.id, to.id];
  if (vocabulary.linkKinds[kind]?.inverse === kind) ends.sort();
  return JSON.stringify([kind, ends, what?.id ?? null, role]);
}

/** Ids leave out the kinds of the ends, which may tell two links apart. */
function checkIds(links: readonly WrittenLink[], { findings }: World): void {
  const byId = new Map<string, Link>();
  for (const { link } of links) {
    const other = byId.get(link.id);
    if (other === undefined) byId.set(link.id, link);
    else
      report(
        findings,
        link,
        `the id ${link.id} is that of ${nameSpot(other)} too: rename an entity at one of their ends`,
      );
  }
}

function entityNamed(reference: string, types: readonly EntityType[], spot: Spot, world: World): Entity | null {
  const draft = follow(reference, types, spot, world);
  return draft === null ? null : (world.entities.get(idOf(draft)) ?? null);
}
