import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Entity } from './entity.ts';
import { ProductFilter } from './entityFilters.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { figureField, seriesField } from './figureField.ts';
import { Node } from './node.ts';
import { Place } from './place.ts';
import { kindOf, statusOf } from './stated.ts';

const kinds = {
  model: 'An AI model.',
  'model-series': 'A series of AI models.',
  app: 'An application.',
  cloud: 'A cloud.',
  service: 'Another service.',
  'data-centre': 'A data centre or a project of one.',
  cluster: 'A cluster of processors.',
  goods: 'Goods not named further, such as servers with GPUs.',
};

const statuses = {
  planned: 'Planned.',
  'under-construction': 'Being built.',
  existing: 'In use.',
  decommissioned: 'No longer in use.',
};

export const ProductKind = enumOf('ProductKind', 'The kinds of product.', kinds);

export const ProductStatus = enumOf('ProductStatus', 'How far a cluster or data centre has come.', statuses);

export const Product = builder.objectRef<Seen<EntityRow>>('Product');

entityEntries(
  Product,
  { type: 'Product', one: 'product', many: 'products', noun: 'product', nouns: 'products', example: 'tongyi' },
  () => ProductFilter,
);

builder.objectType(Product, {
  description:
    'A model, app, cloud, service, cluster or data centre, or a kind of goods that sources speak of without a name.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: ProductKind,
      description: 'What kind of product it is.',
      resolve: (product) => kindOf(product, kinds, 'goods'),
    }),
    status: t.field({
      type: ProductStatus,
      nullable: true,
      description: 'How far it has come, for clusters and data centres; null for others.',
      resolve: (product) => statusOf(product, statuses),
    }),
    company: t.field({
      type: Company,
      nullable: true,
      description: 'The company that makes, runs or owns it; null where unknown.',
      resolve: (product) => referenceOf(product, 'company'),
    }),
    place: t.field({
      type: Place,
      nullable: true,
      description: 'Where it stands; null where it stands nowhere or the place is unknown.',
      resolve: (product) => referenceOf(product, 'place'),
    }),
    figure: figureField(t),
    series: seriesField(t),
  }),
});
