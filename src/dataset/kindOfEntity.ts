import type { EntityType } from '../store/tables.ts';

/** The words of data/ for the kinds of entity, each with its type in global ids. */
export const kindsOfEntity = {
  company: 'Company',
  'export-control': 'ExportControl',
  group: 'Group',
  investment: 'Investment',
  market: 'Market',
  person: 'Person',
  place: 'Place',
  processor: 'Processor',
  product: 'Product',
  shipment: 'Shipment',
  source: 'Source',
} as const satisfies Record<string, EntityType>;

/** One of these words. */
export type KindOfEntity = keyof typeof kindsOfEntity;

/** All of these words. */
export const kindWords = Object.keys(kindsOfEntity) as readonly KindOfEntity[];
