import * as z from 'zod';
import { commonFields } from './entityShape.ts';
import { keys } from './keys.ts';
import { reference, slug, text, written } from './scalar.ts';
import type { Vocabulary } from './vocabulary.ts';

const investmentKinds = ['capital-expenditure', 'data-centre', 'funding-round', 'stake', 'equipment', 'plan'] as const;

const period = written
  .optional()
  .describe('When: `2024`, `2024-H1`, `2024-Q2`, `2024-08`, `FY2025-Q1` of the company concerned, `2024-08-26/..`.');

const days = written
  .optional()
  .describe(
    'The first and last day of a fiscal period as the source gives them, `2024-04-01/2024-06-30`; checked against the calendar of the company.',
  );

const name = text.optional().describe('Its name, where the one composed of its parts does not do.');

/** One investment: an entry of data/investments/INVESTOR.yaml. */
export function investmentShape(vocabulary: Vocabulary) {
  return keys({
    kind: z.enum(investmentKinds).describe('What kind of investment it is.'),
    status: z.enum(['in-talks', 'planned', 'done']).optional().describe('How far it has come; done unless given.'),
    investors: z
      .array(reference)
      .optional()
      .describe(
        'Who invests: companies, groups, people. Unless given, the one that the file is named after; [] where no source names one.',
      ),
    target: reference.optional().describe('What the money goes into: a company, product, processor …'),
    purpose: reference.optional().describe('The business or product it is meant to serve.'),
    place: reference.optional().describe('Where it is spent: a file in data/places.'),
    period,
    days,
    closed: written.optional().describe('The day on which it closed, instead of a period.'),
    slug: slug
      .optional()
      .describe(
        'Its short name, unique among investments. Composed unless given: of capital expenditure, `alibaba-capital-expenditure-2024-h1`.',
      ),
    name,
    ...commonFields(vocabulary, 'Investment'),
  }).refine((investment) => investment.period === undefined || investment.closed === undefined, {
    path: ['closed'],
    error: '`period` says when already: write one of the two',
  });
}

/** One shipment: an entry of data/shipments/SELLER.yaml. */
export function shipmentShape(vocabulary: Vocabulary) {
  return keys({
    seller: reference
      .optional()
      .describe(
        'Who sells: a file in data/companies or data/groups. Unless given, the one that the file is named after.',
      ),
    processor: reference.optional().describe('The processor or family: a file in data/processors.'),
    goods: reference
      .optional()
      .describe('What is shipped where it is no processor, such as stacks of memory: a file in data/products.'),
    buyers: z
      .array(reference)
      .optional()
      .describe('Who buys: companies, groups, places. Left out where no source names one.'),
    period,
    days,
    slug: slug
      .optional()
      .describe(
        'Its short name, unique among shipments. Composed unless given: `nvidia-h20-chinese-tech-firms-from-2024-08-26`.',
      ),
    name,
    ...commonFields(vocabulary, 'Shipment'),
  });
}
