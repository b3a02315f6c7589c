import * as z from 'zod';
import { evidences } from '../quantity/evidence.ts';
import type { PropertyDeclaration, QualifierDeclaration } from '../quantity/vocabulary.ts';
import { ranks } from '../store/tables.ts';
import { keys } from './keys.ts';
import { suggestion } from './nearest.ts';
import { definitionId, flag, reference, slug, text, written } from './scalar.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The sorts of claim that are more than a report of a fact. */
export const claimKinds = ['opinion', 'plan', 'guidance', 'denial'] as const;

/** What every claim may say, whatever it is about. */
export const claimFields = {
  period: written
    .optional()
    .describe(
      'When it holds: `2024`, `2024-H1`, `2024-Q2`, `2024-08`, `FY2025-Q1`, `2024-08-26/..`. On entries with a period of their own, that one unless given.',
    ),
  days: written
    .optional()
    .describe(
      'The first and last day of a fiscal period as the source gives them, `2024-04-01/2024-06-30`; checked against the calendar of the company.',
    ),
  asOf: written
    .optional()
    .describe('The day on which it holds, instead of a period: `2024-08-26`, `2024-08` or `2024`.'),
  source: reference.optional().describe('The file in data/sources of the publication that says so.'),
  sources: z.array(reference).min(1).optional().describe('The same, where several publications say so.'),
  published: written
    .optional()
    .describe(
      'The day this claim was published, `2024-08-26`, `2024-08` or `2024`, where it is not that of its source.',
    ),
  evidence: z
    .enum(evidences)
    .optional()
    .describe('How good it is: reported (unless given), derived, estimated, forecast or scenario.'),
  rank: z
    .enum(ranks)
    .optional()
    .describe(
      'preferred where it should win over later ones, tentative where it is weak, deprecated where it is wrong. Give the reason.',
    ),
  reason: text.optional().describe('Why it has its rank.'),
  kind: z.enum(claimKinds).optional().describe('An opinion, plan, guidance or denial; nothing for a report of fact.'),
  speaker: reference.optional().describe('Who said it: a file in data/people, data/companies or data/groups.'),
  speakerWords: text
    .optional()
    .describe('Who said it, where the source names nobody: `two people familiar with the matter`.'),
  speakerRole: text.optional().describe('The role in which the speaker said it.'),
  deniedBy: z
    .array(reference)
    .min(1)
    .optional()
    .describe('Who denies it: files in data/people, data/companies, data/groups or data/places.'),
  inferred: flag.optional().describe('true where the source does not print it, but it follows from the context.'),
  from: text.optional().describe('What a derived figure was computed from, in words.'),
  id: slug.optional().describe('A name by which another claim refers to this one; unique among all claims.'),
  supersededBy: slug
    .optional()
    .describe('The `id` of the claim that restates this one. It counts until that one was published.'),
};

const content = {
  stated: written.describe(
    'The figure as the source states it: `23bn CNY`, `>1m count`, `12000..13000 USD`, `about 120bn USD`, `123 %`, `50bn CNY (49.5bn..50.5bn)`; or `unknown`.',
  ),
  text: text.describe('What it says, in own words.'),
  date: written.describe('The day claimed: `2024-08-26`, `2024-08` or `2024`.'),
  entity: reference.describe(
    'The entity claimed or concerned: its file name, or `Company:alibaba` where several kinds share it.',
  ),
};

const allFields = z.object({
  ...claimFields,
  stated: content.stated.optional(),
  text: content.text.optional(),
  date: content.date.optional(),
  entity: content.entity.optional(),
  definition: definitionId.optional(),
  over: written.optional(),
  property: slug.optional(),
});

/** A claim as a file gives it. Besides these it may have the qualifiers that its property declares. */
export type ClaimEntry = z.infer<typeof allFields>;

/** Claims by their property. */
export type ClaimEntries = Readonly<Record<string, readonly ClaimEntry[] | undefined>>;

/** The keys of a claim about a property; `definitions` are those of the property unless others hold for it. */
export function claimShape(
  id: string,
  property: PropertyDeclaration,
  definitions = property.definitions,
): z.ZodType<ClaimEntry> {
  const shape: z.ZodRawShape = {
    ...(id === 'link' ? { text: content.text.optional() } : contentShape(property)),
    ...(definitions.length > 0 && { definition: definitionShape(definitions) }),
    ...(id === 'growth' && {
      over: written.optional().describe('The base period; unless given, the same a year before.'),
    }),
    ...Object.fromEntries(
      Object.entries(property.qualifiers).map(([name, qualifier]) => [name, qualifierShape(qualifier).optional()]),
    ),
    ...claimFields,
  };
  // The type cannot tell which keys a property has; those that it has not are absent, as the type allows.
  return keys(shape) as unknown as z.ZodType<ClaimEntry>;
}

/** The claims of a kind of entity, or of a Link: lists by property. */
export function claimsShape(vocabulary: Vocabulary, type: string): z.ZodType<ClaimEntries> {
  const { properties } = vocabulary;
  const own = Object.entries(properties).filter(([, { of }]) => of.includes(type));
  const spending = properties['capital-expenditure']?.definitions ?? [];
  const shape = Object.fromEntries(
    own.map(([id, property]) => {
      const definitions = type === 'Investment' && spendingProperties.includes(id) ? spending : property.definitions;
      return [
        id,
        z
          .array(claimShape(id, property, definitions))
          .min(1)
          .optional()
          .describe(property.means),
      ];
    }),
  );
  const ids = own.map(([id]) => id);
  return keys(shape, (key) => {
    const elsewhere = properties[key]?.of.map((kind) => (kind === 'Link' ? 'links' : kind)).join(', ');
    if (elsewhere === undefined) return `unknown property \`${key}\`: ${suggestion(key, ids)}`;
    return `\`${key}\` is no property of ${type}, but of ${elsewhere}`;
  });
}

/** The properties of an Investment that take the definitions of capital expenditure where that is its kind. */
export const spendingProperties: readonly string[] = ['amount', 'growth'];

function contentShape({ datatype }: PropertyDeclaration) {
  switch (datatype) {
    case 'quantity':
      return { stated: content.stated, text: content.text.optional(), entity: content.entity.optional() };
    case 'text':
      return { text: content.text, entity: content.entity.optional() };
    case 'date':
      // A source may only say that the day is yet to come.
      return { date: content.date.optional(), text: content.text.optional() };
    case 'entity':
      return { entity: content.entity, text: content.text.optional() };
  }
}

function definitionShape(definitions: PropertyDeclaration['definitions']) {
  const meanings = definitions.map(({ id, means }) => `${id}: ${means}`).join(' ');
  return z
    .enum(definitions.map(({ id }) => id))
    .optional()
    .describe(`What exactly was measured. ${meanings}`);
}

function qualifierShape({ datatype, values, means }: QualifierDeclaration) {
  if (datatype === 'entity') return reference.describe(means);
  if (datatype === 'period') return written.describe(means);
  return values.length > 0 ? z.enum(values).describe(means) : text.describe(means);
}
