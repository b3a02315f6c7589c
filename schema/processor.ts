import { companies } from './company.ts';
import { claimedDay, figures, kind, list, mayBeMissing, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import { exportStatusesField, exportStatusField } from './exportStatusFields.ts';
import { shipments } from './shipment.ts';
import { shipmentValueField } from './shipmentValueField.ts';
import { unitsField } from './unitsField.ts';

const kinds = {
  'data-centre-gpu': 'A data-centre GPU.',
  'data-centre-asic': 'Another data-centre accelerator.',
  'consumer-gpu': 'A GPU for consumers.',
  'workstation-gpu': 'A GPU for workstations.',
  family: 'A family, such as Blackwell, or processors not named further.',
};

export const ProcessorKind = enumOf('ProcessorKind', 'The kinds of processor.', kinds);

export const processors: EntityKind = entityKind(
  {
    type: 'Processor',
    description: 'An AI chip, or a family of them that sources speak of as one.',
    one: 'processor',
    many: 'processors',
    noun: 'processor',
    nouns: 'processors',
    example: 'nvidia-h20',
  },
  () => [
    kind(ProcessorKind, kinds, 'family', 'What kind of chip it is, or that it is a family'),
    reference('maker', companies, 'The company that sells it under its name'),
    reference(
      'family',
      processors,
      'The family it belongs to, for example Hopper',
      'null for a family and where none is known',
    ),
    claimedDay('announced', 'The day it was announced', { orders: true }),
    claimedDay('released', 'The day it was first sold', { without: 'null where unknown or not yet' }),
    mayBeMissing,
    figures('Processor'),
    {
      fields: (t) => ({
        units: unitsField(t),
        shipmentValue: shipmentValueField(t),
        exportStatus: exportStatusField(t),
        exportStatuses: exportStatusesField(t),
      }),
    },
    list('shipments', shipments, 'processor', 'Shipments of it'),
  ],
);

export const { ref: Processor, connection: ProcessorConnection, filter: ProcessorFilter } = processors;
