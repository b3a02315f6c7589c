import type { EntityType } from '../store/tables.ts';
import type { Draft } from './draft.ts';
import { type Findings, nameSpot, report } from './findings.ts';
import { nearest } from './nearest.ts';

/** All entities by what names them. */
export interface Catalogue {
  readonly drafts: readonly Draft[];
  /** By global id. */
  readonly byId: ReadonlyMap<string, Draft>;
  readonly bySlug: ReadonlyMap<string, readonly Draft[]>;
  /** By type and merged slug, as in a global id. */
  readonly byMergedSlug: ReadonlyMap<string, Draft>;
  /** Ids of entities whose files have problems of their own. */
  readonly broken: ReadonlySet<string>;
  /** What was meant by ids that nobody has, kept since one slip is often made many times. */
  readonly suggestions: Map<string, string | null>;
}

/** The global id of an entity. */
export function idOf({ type, slug }: Pick<Draft, 'type' | 'slug'>): string {
  return `${type}:${slug}`;
}

/** Makes the catalogue; of two entities with one id the first stays, the other is a problem. */
export function catalogueOf(drafts: readonly Draft[], broken: ReadonlySet<string>, findings: Findings): Catalogue {
  const byId = new Map<string, Draft>();
  const bySlug = new Map<string, Draft[]>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const other = byId.get(idOf(draft));
    if (other !== undefined) {
      const advice =
        draft.type === 'Investment' || draft.type === 'Shipment'
          ? 'give this one a `slug` of its own, or put the claims there'
          : 'rename one of them';
      report(findings, draft, `the id ${idOf(draft)} is taken by ${nameSpot(other)}: ${advice}`);
      continue;
    }
    kept.push(draft);
    byId.set(idOf(draft), draft);
    const namesakes = bySlug.get(draft.slug);
    if (namesakes === undefined) bySlug.set(draft.slug, [draft]);
    else namesakes.push(draft);
  }
  return {
    drafts: kept,
    byId,
    bySlug,
    byMergedSlug: mergedSlugs(kept, byId, findings),
    broken,
    suggestions: new Map(),
  };
}

function mergedSlugs(
  drafts: readonly Draft[],
  byId: ReadonlyMap<string, Draft>,
  findings: Findings,
): ReadonlyMap<string, Draft> {
  const byMergedSlug = new Map<string, Draft>();
  for (const draft of drafts) {
    for (const [index, slug] of draft.mergedSlugs.entries()) {
      const id = idOf({ type: draft.type, slug });
      const other = byId.get(id) ?? byMergedSlug.get(id);
      if (other === undefined) byMergedSlug.set(id, draft);
      else {
        const spot = { file: draft.file, path: [...draft.path, 'mergedSlugs', index] };
        report(findings, spot, `\`${slug}\` leads to ${nameSpot(other)} already: leave it out of one of the two`);
      }
    }
  }
  return byMergedSlug;
}

/**
 * The entity that a reference names among some kinds, or what is wrong with the reference: null where that is only that
 * the file of the entity has problems of its own.
 */
export function find(
  catalogue: Catalogue,
  reference: string,
  types: readonly EntityType[],
): Draft | { readonly problem: string | null } {
  const colon = reference.indexOf(':');
  const slug = reference.slice(colon + 1);
  const namesakes = catalogue.bySlug.get(slug) ?? [];
  const named = colon < 0 ? namesakes : namesakes.filter(({ type }) => type === reference.slice(0, colon));
  const fitting = named.filter(({ type }) => types.includes(type));
  const [draft, second] = fitting;
  if (draft !== undefined && second === undefined) return draft;
  if (draft !== undefined) {
    return { problem: `\`${slug}\` may be ${list(fitting.map((each) => `\`${idOf(each)}\``))}: write which` };
  }
  if (named[0] !== undefined) {
    return { problem: `\`${slug}\` is ${indefinite(named[0].type)}: write the id of ${indefinite(list(types))} here` };
  }
  if (types.some((type) => catalogue.broken.has(idOf({ type, slug })))) return { problem: null };
  return { problem: unknownReference(catalogue, slug, types) };
}

function unknownReference(catalogue: Catalogue, slug: string, types: readonly EntityType[]): string {
  const merged = types
    .map((type) => catalogue.byMergedSlug.get(idOf({ type, slug })))
    .find((draft) => draft !== undefined);
  if (merged !== undefined) return `\`${slug}\` has been merged: write \`${merged.slug}\``;
  const near = suggest(catalogue, slug, types);
  if (near !== null) return `unknown ${list(types)} \`${slug}\`: did you mean \`${near}\`?`;
  return `unknown ${list(types)} \`${slug}\`: write the id of one, or add a file of that name`;
}

function suggest({ drafts, suggestions }: Catalogue, slug: string, types: readonly EntityType[]): string | null {
  const key = `${slug} ${types.join(' ')}`;
  const known = suggestions.get(key);
  if (known !== undefined) return known;
  // Each takes a look at every entity, so that a folder of slips only would take for ever.
  if (suggestions.size >= mostSuggestions) return null;
  const near = nearest(
    slug,
    drafts.filter(({ type }) => types.includes(type)).map((draft) => draft.slug),
  );
  suggestions.set(key, near);
  return near;
}

const mostSuggestions = 200;

function indefinite(words: string): string {
  return `${/^[aeiou]/i.test(words) ? 'an' : 'a'} ${words}`;
}

/** `Company, Group or Person`. */
function list(words: readonly string[]): string {
  if (words.length > 6) return 'entity';
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
