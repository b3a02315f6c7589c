import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { entityEntries } from './entityType.ts';
import { enumOf } from './enumOf.ts';
import { ExportControlFilter } from './filters.ts';
import { Node } from './node.ts';
import { detailOf } from './period.ts';
import { Place } from './place.ts';
import { factDateOf, kindOf } from './stated.ts';

const kinds = {
  rule: 'A rule.',
  letter: 'A letter to a firm.',
  listing: 'A list of firms.',
  'destination-change': 'A change of country groups.',
  guidance: 'Guidance.',
  announcement: 'An announcement without a text.',
  arrangement: 'An arrangement with a firm.',
  suspension: 'A suspension of another measure.',
  tariff: 'A tariff.',
  'counter-measure': 'A measure of the other side.',
};

export const ControlKind = enumOf('ControlKind', 'The kinds of measure.', kinds);

export const ExportControl = builder.objectRef<Seen<EntityRow>>('ExportControl');

entityEntries(
  ExportControl,
  {
    type: 'ExportControl',
    one: 'exportControl',
    many: 'exportControls',
    noun: 'export control',
    nouns: 'export controls',
    example: 'us-chip-export-controls',
  },
  () => ExportControlFilter,
);

builder.objectType(ExportControl, {
  description: 'A rule, letter, listing, tariff or other measure on chips. Information, not legal advice.',
  interfaces: () => [Node, Entity],
  fields: (t) => ({
    kind: t.field({
      type: ControlKind,
      description: 'What kind of measure it is.',
      resolve: (control) => kindOf(control, kinds, 'rule'),
    }),
    imposedBy: t.field({
      type: Place,
      nullable: true,
      description: 'The place whose government imposes it.',
      resolve: (control) => referenceOf(control, 'imposedBy'),
    }),
    agency: t.string({
      nullable: true,
      description: 'The agency, as it calls itself; null where no source names it.',
      resolve: (control) => detailOf(control).agency ?? null,
    }),
    citation: t.string({
      nullable: true,
      description: 'Where the text stands, for example `88 FR 73458`; null where there is no public text.',
      resolve: (control) => detailOf(control).citation ?? null,
    }),
    announced: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was made public; null where unknown.',
      resolve: (control) => factDateOf(control, 'announced'),
    }),
  }),
});
