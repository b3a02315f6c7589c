import * as z from 'zod';
import { evidences } from '../quantity/evidence.ts';
import type { EntityType } from '../store/tables.ts';
import { entityShapes } from './entityShape.ts';
import { investmentShape, shipmentShape } from './entryShape.ts';
import { keys } from './keys.ts';
import { reference, text, written } from './scalar.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The folders of data/, and what the files in them are about. */
export const folders = {
  companies: 'Company',
  groups: 'Group',
  people: 'Person',
  processors: 'Processor',
  'export-controls': 'ExportControl',
  markets: 'Market',
  investments: 'Investment',
  shipments: 'Shipment',
  products: 'Product',
  places: 'Place',
  sources: 'Source',
} as const satisfies Record<string, EntityType>;

/** One of these folders. */
export type Folder = keyof typeof folders;

/** data/revision.yaml. */
export const revisionShape = keys({
  horizon: written.describe(
    'The day up to which the curators have looked: `2026-11-25`. A claim published later does not compile.',
  ),
});

const rateShape = keys({
  currency: written.describe('The currency: `CNY`.'),
  kind: z.enum(['mean', 'last-day']).describe('The mean over the days of the period, or the rate of its last day.'),
  period: written.describe('The period: `2024-H1`.'),
  rate: written.describe('Units of the currency for one US dollar, as a plain number: `7.2150`.'),
  source: reference.describe('The file in data/sources of who published it.'),
  evidence: z.enum(evidences).optional().describe('How good it is; reported unless given.'),
  from: text.optional().describe('What a derived rate was computed from, in words.'),
});

/** data/exchange-rates.yaml. */
export const exchangeRatesShape = keys({ rates: z.array(rateShape).describe('The rates.') });

/** The shapes of all files, by folder, or by name for those that stand alone. */
export function fileShapes(vocabulary: Vocabulary) {
  return {
    ...entityShapes(vocabulary),
    Investment: z.array(investmentShape(vocabulary)),
    Shipment: z.array(shipmentShape(vocabulary)),
  };
}

/** What a file says, by the type of entity that it is about. */
export type FileContent = { readonly [Type in EntityType]: z.infer<ReturnType<typeof fileShapes>[Type]> };

/** The shapes of the files, each giving what such a file says. */
export type FileShapes = { readonly [Type in EntityType]: z.ZodType<FileContent[Type]> };
