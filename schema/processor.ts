import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Entity } from './entity.ts';
import { ProcessorFilter, ShipmentFilter } from './entityFilters.ts';
import { naming } from './entityLists.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { exportStatusesField, exportStatusField } from './exportStatusFields.ts';
import { figureField, seriesField } from './figureField.ts';
import { Node } from './node.ts';
import { ShipmentConnection } from './shipment.ts';
import { shipmentValueField } from './shipmentValueField.ts';
import { factDateOf, kindOf } from './stated.ts';
import { unitsField } from './unitsField.ts';

const kinds = {
  'data-centre-gpu': 'A data-centre GPU.',
  'data-centre-asic': 'Another data-centre accelerator.',
  'consumer-gpu': 'A GPU for consumers.',
  'workstation-gpu': 'A GPU for workstations.',
  family: 'A family, such as Blackwell, or processors not named further.',
};

export const ProcessorKind = enumOf('ProcessorKind', 'The kinds of processor.', kinds);

export const Processor = builder.objectRef<Seen<EntityRow>>('Processor');

export const ProcessorConnection = entityEntries(
  Processor,
  {
    type: 'Processor',
    one: 'processor',
    many: 'processors',
    noun: 'processor',
    nouns: 'processors',
    example: 'nvidia-h20',
  },
  () => ProcessorFilter,
);

builder.objectType(Processor, {
  description: 'An AI chip, or a family of them that sources speak of as one.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: ProcessorKind,
      description: 'What kind of chip it is, or that it is a family.',
      resolve: (processor) => kindOf(processor, kinds, 'family'),
    }),
    maker: t.field({
      type: Company,
      nullable: true,
      description: 'The company that sells it under its name; null where unknown.',
      resolve: (processor) => referenceOf(processor, 'maker'),
    }),
    family: t.field({
      type: Processor,
      nullable: true,
      description: 'The family it belongs to, for example Hopper; null for a family and where none is known.',
      resolve: (processor) => referenceOf(processor, 'family'),
    }),
    announced: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was announced; null where unknown.',
      resolve: (processor) => factDateOf(processor, 'announced'),
    }),
    released: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was first sold; null where unknown or not yet.',
      resolve: (processor) => factDateOf(processor, 'released'),
    }),
    figure: figureField(t),
    series: seriesField(t),
    units: unitsField(t),
    shipmentValue: shipmentValueField(t),
    exportStatus: exportStatusField(t),
    exportStatuses: exportStatusesField(t),
    shipments: naming(t, {
      role: 'processor',
      type: 'Shipment',
      connection: ShipmentConnection,
      filter: ShipmentFilter,
      description: 'Shipments of it.',
    }),
  }),
});
