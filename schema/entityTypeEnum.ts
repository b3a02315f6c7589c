import { builder } from './builder.ts';

/** The kinds of entity, as they stand in global ids. */
export const EntityTypeEnum = builder.enumType('EntityType', {
  description: 'The kinds of entity.',
  values: {
    COMPANY: { value: 'Company', description: 'A firm or a public body.' },
    GROUP: { value: 'Group', description: 'A named set of companies.' },
    PERSON: { value: 'Person', description: 'A person.' },
    PROCESSOR: { value: 'Processor', description: 'An AI chip, or a family of them.' },
    EXPORT_CONTROL: { value: 'ExportControl', description: 'A rule, letter, listing or other measure.' },
    MARKET: { value: 'Market', description: 'A market, or a stock exchange.' },
    INVESTMENT: { value: 'Investment', description: 'Money put or promised.' },
    SHIPMENT: { value: 'Shipment', description: 'Processors shipped or ordered.' },
    PRODUCT: { value: 'Product', description: 'A model, app, cloud, cluster or data centre.' },
    PLACE: { value: 'Place', description: 'A country, a region, or a group of places.' },
    SOURCE: { value: 'Source', description: 'A publication or dataset.' },
  } as const,
});
