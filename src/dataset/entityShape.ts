import * as z from 'zod';
import { fiscalYearEndForms } from '../quantity/fiscalYear.ts';
import { claimsShape } from './claimShape.ts';
import { keys } from './keys.ts';
import { linkShape, memberShape } from './linkShape.ts';
import { membersRuleShape, ruleShape } from './ruleShape.ts';
import { address, flag, reference, slug, text, written } from './scalar.ts';
import type { Vocabulary } from './vocabulary.ts';

const companyKinds = [
  'chip-designer',
  'foundry',
  'memory-maker',
  'equipment-maker',
  'server-maker',
  'cloud',
  'data-centre-operator',
  'model-firm',
  'internet',
  'carrier',
  'investor',
  'government',
  'university',
  'other',
] as const;

const processorKinds = ['data-centre-gpu', 'data-centre-asic', 'consumer-gpu', 'workstation-gpu', 'family'] as const;

const controlKinds = [
  'rule',
  'letter',
  'listing',
  'destination-change',
  'guidance',
  'announcement',
  'arrangement',
  'suspension',
  'tariff',
  'counter-measure',
] as const;

const productKinds = ['model', 'model-series', 'app', 'cloud', 'service', 'data-centre', 'cluster', 'goods'] as const;

const productStatuses = ['planned', 'under-construction', 'existing', 'decommissioned'] as const;

const oneOrMore = z.union([written, z.array(written).min(1)]);

/** What every entity may say of itself, whatever its kind. */
export function commonFields(vocabulary: Vocabulary, type: string) {
  return {
    aliases: z.array(text).optional().describe('Other names, former ones and those in other scripts.'),
    description: text.optional().describe('What it is, in a sentence or two, where the name does not say it.'),
    identifiers: z
      .record(slug, oneOrMore)
      .optional()
      .describe(
        'Identifiers in the registers of others, by register: `ticker: [NASDAQ:META]`, `cik`, `lei`, `wikidata`.',
      ),
    mergedSlugs: z.array(slug).optional().describe('Former slugs, which still lead here.'),
    sharesNameWith: z
      .array(slug)
      .optional()
      .describe('Slugs of others of its kind that bear one of its names too; they must say the same of it.'),
    claims: claimsShape(vocabulary, type).optional().describe('What sources say of it: lists of claims by property.'),
    links: z.array(linkShape(vocabulary, type)).optional().describe('The links that start from it.'),
  };
}

const name = text.describe('The name in English, as most sources write it.');

/** The keys of the files of data/companies, data/groups and so on, by type of entity. */
export function entityShapes(vocabulary: Vocabulary) {
  const file = <Fields extends z.ZodRawShape>(type: string, fields: Fields) =>
    keys({ name, ...fields, ...commonFields(vocabulary, type) });
  const website = address.optional().describe('The address of its own pages.');
  return {
    Company: file('Company', {
      kinds: z.array(z.enum(companyKinds)).min(1).optional().describe('What it does, the main thing first.'),
      home: reference.optional().describe('The country of its headquarters: a file in data/places.'),
      fiscalYearEnds: written
        .optional()
        .describe(
          `The end of its fiscal year: ${fiscalYearEndForms}. Fiscal years bear the year in which they end. Needed before periods like FY2025-Q1.`,
        ),
      website,
    }),
    Group: file('Group', {
      members: z
        .array(memberShape(vocabulary, 'company'))
        .optional()
        .describe('Its members: files in data/companies, dated where they were not always members.'),
      closed: flag
        .optional()
        .describe('false where there are members that nobody names. Unless given, the members are all of it.'),
    }),
    Person: file('Person', {}),
    Processor: file('Processor', {
      kind: z.enum(processorKinds).describe('What kind of processor it is; `family` for a family of them.'),
      maker: reference.optional().describe('Who sells it under its name: a file in data/companies.'),
      designer: reference
        .optional()
        .describe('Who designs it, where that is not who sells it: a file in data/companies.'),
      family: reference.optional().describe('The family it belongs to: a file in data/processors.'),
      variantOf: reference.optional().describe('The processor that it is a variant of: a file in data/processors.'),
      successorOf: z
        .union([reference, z.array(reference).min(1)])
        .optional()
        .describe('The processor whose place it takes, or several: files in data/processors.'),
      nonPlanar: flag
        .optional()
        .describe(
          'Whether its logic has non-planar transistors (16 nm and finer), by which a die counts in performance density.',
        ),
      forDataCentres: z
        .enum(['true', 'false', 'unknown'])
        .optional()
        .describe(
          'Whether it is designed or marketed for data centres; unless given, its kind says so, and of workstation GPUs it is unknown.',
        ),
    }),
    ExportControl: file('ExportControl', {
      kind: z.enum(controlKinds).describe('What kind of measure it is.'),
      imposedBy: reference.optional().describe('The country that imposes it: a file in data/places.'),
      agency: text.optional().describe('The agency that issued it.'),
      citation: text.optional().describe('Where it was printed: `88 FR 73458`.'),
      rule: ruleShape.optional().describe('What it says, in terms that a program can weigh.'),
    }),
    Market: file('Market', {
      kind: z.enum(['products', 'stock-exchange']).describe('A market of products or services, or a stock exchange.'),
      place: reference.optional().describe('Where it is: a file in data/places.'),
      scope: text.optional().describe('What is sold there.'),
    }),
    Product: file('Product', {
      kind: z
        .enum(productKinds)
        .describe('What kind of product it is; `goods` for what sources name without naming more.'),
      status: z.enum(productStatuses).optional().describe('Of a cluster or data centre: how far it has come.'),
      company: reference.optional().describe('Who makes, runs or owns it: a file in data/companies.'),
      place: reference.optional().describe('Where it stands: a file in data/places.'),
    }),
    Place: file('Place', {
      kind: z
        .enum(['country', 'region', 'group-of-places'])
        .describe('A country or territory, a region or city, or a group of places.'),
      within: reference.optional().describe('The place around it: a file in data/places.'),
      members: z
        .array(memberShape(vocabulary, 'place'))
        .optional()
        .describe('Of a group: its members, dated where they were not always members.'),
      membersRule: membersRuleShape
        .optional()
        .describe('Of a group whose members follow from those of other groups: the rule, instead of `members`.'),
    }),
    Source: file('Source', {
      publisher: text.optional().describe('Who published it.'),
      url: address.optional().describe('Its address.'),
      published: written
        .optional()
        .describe('When: `2024-08-26`, `2024-08` or `2024`. Its claims need a date of their own without it.'),
      fetched: written.optional().describe('When its content was fetched: `2026-11-25T15:50:00Z`.'),
      licence: text.optional().describe('Under which licence its content stands, as an SPDX identifier or in words.'),
      basedOn: z
        .union([reference, z.array(reference).min(1)])
        .optional()
        .describe('What it repeats: files in data/sources.'),
    }),
  };
}
