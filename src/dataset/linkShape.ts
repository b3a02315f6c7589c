import * as z from 'zod';
import { type ClaimEntry, claimFields, claimShape, claimsShape } from './claimShape.ts';
import { keys } from './keys.ts';
import { reference, slug, text, written } from './scalar.ts';
import type { Vocabulary } from './vocabulary.ts';

/** From when to when a link or membership holds. */
const dates = {
  start: written.optional().describe('The first day: `2024-08-26`, `2024-08` or `2024`. Left out where unknown.'),
  end: written
    .optional()
    .describe('The day, month or year from which it no longer holds. Left out where no end is known.'),
};

/** The one claim that a link or membership may hold in itself; its `kind` is that of the link, so that it is no opinion. */
const { kind: _, ...fieldsBesideKind } = claimFields;
const inlineClaim = {
  ...fieldsBesideKind,
  text: text.optional().describe('What the source says of it, in own words.'),
};

/** The keys by which a link shows that it holds a claim in itself. */
export const inlineClaimKeys: readonly string[] = Object.keys(inlineClaim);

const linkFields = {
  to: reference.describe('The entity it leads to.'),
  what: reference
    .optional()
    .describe('What it concerns besides its ends: the processor bought, the place whose buyers are meant.'),
  role: text.optional().describe('Of a person: the role, as the source gives it.'),
  share: written
    .optional()
    .describe('Of an owner: the share of the equity by the same source, `49 %`. Short for a claim of `equity-share`.'),
  count: written
    .optional()
    .describe('How many processors, by the same source: `>100k`, `about 25000`. Short for a claim of `units`.'),
  ...dates,
  ...inlineClaim,
};

const membershipFields = { ...dates, ...inlineClaim };

/** Claims about a link: a list of those that say it holds, or all of them by property. */
export type LinkClaims = readonly ClaimEntry[] | Readonly<Record<string, readonly ClaimEntry[] | undefined>>;

const withClaims = { claims: z.custom<LinkClaims>().optional() };
const linkEntry = z.object({ kind: slug, ...linkFields, ...withClaims });
const membershipEntry = z.object({ ...membershipFields, ...withClaims });

/** A link as a file gives it. */
export type LinkEntry = z.infer<typeof linkEntry>;

/** A member with the claims behind its membership. */
export type MembershipEntry = z.infer<typeof membershipEntry> & {
  readonly company?: string | undefined;
  readonly place?: string | undefined;
};

/** The keys of a link that starts from a kind of entity. */
export function linkShape(vocabulary: Vocabulary, type: string): z.ZodType<LinkEntry> {
  const kinds = Object.entries(vocabulary.linkKinds).filter(([, { from }]) => from.includes(type));
  const meanings = kinds.map(([id, { means }]) => `${id}: ${means}`).join(' ');
  const kind = z.enum(kinds.map(([id]) => id)).describe(`What kind of link it is. ${meanings}`);
  return keys({ kind, ...linkFields, claims: linkClaimsShape(vocabulary) });
}

/** A member: its slug, or the same with dates and claims. */
export function memberShape(vocabulary: Vocabulary, key: 'company' | 'place'): z.ZodType<string | MembershipEntry> {
  const member = keys({
    [key]: reference.describe('The member.'),
    ...membershipFields,
    claims: linkClaimsShape(vocabulary),
  });
  return z.union([reference, member]);
}

function linkClaimsShape(vocabulary: Vocabulary): z.ZodType<LinkClaims | undefined> {
  const link = vocabulary.properties.link;
  const byProperty = claimsShape(vocabulary, 'Link');
  return (link === undefined ? byProperty : z.union([z.array(claimShape('link', link)).min(1), byProperty]))
    .optional()
    .describe(
      'The claims behind it: a list where there are several, or lists by property where there are figures too.',
    );
}
