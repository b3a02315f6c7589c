import type { wordsOf } from '../src/controls/vocabulary.ts';
import { builder } from './builder.ts';
import { enumOf } from './enumOf.ts';

type WordOf<Quantity extends keyof typeof wordsOf> = (typeof wordsOf)[Quantity][number];

const itemKinds: Readonly<Record<WordOf<'item-kind'>, string>> = {
  chip: 'A chip.',
  'high-bandwidth-memory': 'A stack of high-bandwidth memory.',
  equipment: 'A machine that makes chips.',
  material: 'A material.',
};

const ItemKind = enumOf('ItemKind', 'What kind of item is shipped.', itemKinds);

const designerStatuses: Readonly<Record<WordOf<'designer-status'>, string>> = {
  approved: 'An approved designer.',
  authorised: 'An authorised designer.',
  neither: 'Neither of the two.',
};

const DesignerStatus = enumOf('DesignerStatus', 'The standing of a designer under the foundry rule.', designerStatuses);

const packagings: Readonly<Record<WordOf<'packaging'>, string>> = {
  'fabricator-outside-d-5': 'The foundry itself, outside D:5 and Macau.',
  'approved-osat': 'An approved firm for assembly and test.',
  other: 'Somebody else.',
};

const Packaging = enumOf('Packaging', 'Who packages a chip, as the foundry rule tells them apart.', packagings);

const DatatypePerformance = builder.inputType('DatatypePerformance', {
  description: 'Dense performance in one datatype.',
  fields: (t) => ({
    datatype: t.string({
      required: true,
      description: 'The datatype: `fp16`, `bf16`, `fp8`, `int8`, `fp4` and the like.',
    }),
    operations: t.field({
      type: 'Quantity',
      required: true,
      description: 'Operations a second, dense: `296 TFLOP/s`.',
    }),
    bits: t.int({ description: 'Its bits, where the name does not tell them.' }),
  }),
});

export const ChipInput = builder.inputType('ChipInput', {
  description:
    'A chip that is not in the graph, or one that is with some values changed. Numbers are meant exactly, unless bounds are written: `2300..2400`, `about 800 mm2`. What is not given is unknown, unless a default is named. Contradictory values are an error.',
  fields: (t) => ({
    like: t.id({
      description:
        'Id or slug of a processor to start from; the other fields replace its values. With other specifications it is no longer the one that a letter names.',
    }),
    performance: t.field({
      type: [DatatypePerformance],
      description: 'Dense operations a second of each datatype, at most 20.',
    }),
    totalProcessingPerformance: t.field({
      type: 'Quantity',
      description: 'Total processing performance, instead of `performance`: `2368`, or `2300..2400`.',
    }),
    applicableDieArea: t.field({
      type: 'Quantity',
      description: 'Applicable die area, all logic dies of the package: `814 mm2`.',
    }),
    nonPlanar: t.boolean({ description: 'Whether a die is made on a non-planar node. Default: true.' }),
    aggregateBidirectionalTransferRate: t.field({
      type: 'Quantity',
      description: 'All inputs and outputs except to memory, both directions together: `900 GB/s`.',
    }),
    dramBandwidth: t.field({ type: 'Quantity', description: 'Bandwidth to memory: `4000 GB/s`.' }),
    dataCentre: t.boolean({ description: 'Whether it is designed or marketed for data centres. Default: true.' }),
    highBandwidthMemory: t.boolean({ description: 'Whether it holds high-bandwidth memory. Default: unknown.' }),
    node: t.field({ type: 'Quantity', description: 'Node: `7 nm`.' }),
    transistors: t.field({ type: 'Quantity', description: 'Transistors of the package: `80bn count`.' }),
    maker: t.id({ description: 'Id or slug of the maker.' }),
    foreignMade: t.boolean({
      description: 'Whether it is made abroad beyond the reach of United States rules. Default: false.',
    }),
    availableInUnitedStates: t.boolean({
      description: 'Whether it was on sale in the United States on 2026-01-15. Default: false.',
    }),
    madeIn: t.id({ description: 'Id or slug of the place where it is made.' }),
    itemKind: t.field({ type: ItemKind, description: 'What kind of item it is. Default: CHIP.' }),
    memoryBandwidthDensity: t.field({
      type: 'Quantity',
      description: 'Of a stack of high-bandwidth memory: its bandwidth over its area, `3.5 GB/s/mm2`.',
    }),
    boughtForPackaging: t.boolean({
      description: 'Of memory: whether the designer of a chip buys it for a site that packages the chip.',
    }),
    designerStatus: t.field({
      type: DesignerStatus,
      description: 'The standing of its designer, where a foundry or packager exports it.',
    }),
    packaging: t.field({ type: Packaging, description: 'Who packages it, where a foundry or packager exports it.' }),
  }),
});

/** A chip as a client writes it. */
export type ChipShape = typeof ChipInput.$inferInput;
