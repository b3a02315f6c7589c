import { companies } from './company.ts';
import { figures, inCountryOf, kind, mayBeMissing, reference, status } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import { places } from './place.ts';

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

export const products: EntityKind = entityKind(
  {
    type: 'Product',
    description:
      'A model, app, cloud, service, cluster or data centre, or a kind of goods that sources speak of without a name.',
    one: 'product',
    many: 'products',
    noun: 'product',
    nouns: 'products',
    example: 'tongyi',
  },
  () => [
    inCountryOf('place'),
    kind(ProductKind, kinds, 'goods', 'What kind of product it is'),
    status(ProductStatus, statuses, 'How far it has come, for clusters and data centres; null for others'),
    reference('company', companies, 'The company that makes, runs or owns it'),
    reference('place', places, 'Where it stands', 'null where it stands nowhere or the place is unknown'),
    mayBeMissing,
    figures('Product'),
  ],
);

export const { ref: Product } = products;
