import type { Fact, Item } from '../src/controls/question.ts';
import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import { bandwidthSum } from '../src/metrics/bandwidthSum.ts';
import { performanceDensity } from '../src/metrics/performanceDensity.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type Chip, chipOf } from './chip.ts';
import type { ChipShape } from './chipInput.ts';
import { chipNumbers } from './chipNumbers.ts';
import type { Context } from './context.ts';
import { entityNamed } from './entityNamed.ts';
import { clientError } from './errors.ts';
import { numberFact } from './itemOf.ts';
import { placeArgument } from './placeArgument.ts';
import { isFamily } from './processorFigures.ts';
import type { RulesInPlace } from './rulesOf.ts';

/** The chip that a client supposes. @throws the client's error where it is empty, contradictory or impossible */
export function chipArgument(context: Context, view: View, shape: ChipShape, inPlace: RulesInPlace): Read<Chip> {
  assertConsistent(shape);
  const numbers = chipNumbers(shape);
  const madeIn = shape.madeIn == null ? null : placeArgument(context, view, shape.madeIn, inPlace, 'chip.madeIn').slug;
  if (shape.foreignMade === true && madeIn === 'us')
    throw clientError('BAD_ARGUMENT', 'chip is foreignMade, and madeIn the United States: give one of them.', 'chip');
  return whenRead(
    whenAllRead([like(context, view, shape), maker(context, view, shape)]),
    ([from = null, firm = null]) =>
      whenRead(from === null ? null : chipOf(from), (base) =>
        whenRead(firm === null ? {} : makerFacts(firm), (madeBy) => {
          const item: Item = {
            ...(base?.item ?? fresh),
            ...madeBy,
            ...factsOf(shape, madeIn),
            ...Object.fromEntries([...numbers].map(([quantity, figure]) => [quantity, numberFact(quantity, figure)])),
            ...(numbers.size > 0 && { processor: unnamed }),
            ...areaOnPlanarNodes(shape),
          };
          return { processor: isSame(shape) ? from : null, item, figureOf: figuresOf(item, numbers, base) };
        }),
      ),
  );
}

const yes: Fact = { is: true, tentative: false };
const no: Fact = { is: false, tentative: false };

/** No letter names a chip that is not there. */
const unnamed: Fact = { word: '', tentative: false };

/** What is taken for granted of a chip that is not like another. */
const fresh: Item = {
  processor: unnamed,
  'item-kind': { word: 'chip', tentative: false },
  'non-planar': yes,
  'data-centre': yes,
  'foreign-made': no,
  'available-in-united-states': no,
};

function assertConsistent(shape: ChipShape): void {
  const given = Object.entries(shape).filter(([, value]) => value != null);
  const wrong = (message: string) => clientError('BAD_ARGUMENT', message, 'chip');
  if (given.length === 0) throw wrong('chip is empty: give at least one of its values.');
  if (shape.performance != null && shape.totalProcessingPerformance != null)
    throw wrong('chip has performance and totalProcessingPerformance: give one of them, the other follows.');
  if (shape.nonPlanar === false && shape.applicableDieArea != null)
    throw wrong('chip is not on a non-planar node, where no die area is applicable: leave out applicableDieArea.');
  if (shape.itemKind === 'high-bandwidth-memory' && shape.highBandwidthMemory === false)
    throw wrong('chip is a stack of high-bandwidth memory that holds none: give one of the two.');
}

/** Whether nothing is changed of the processor that it is like. */
function isSame(shape: ChipShape): boolean {
  return Object.entries(shape).every(([field, value]) => field === 'like' || value == null);
}

function like(context: Context, view: View, { like: id }: ChipShape): Read<Seen<EntityRow> | null> {
  if (id == null) return null;
  return whenRead(entityNamed(context, view, id, 'Processor', 'processor', 'chip.like'), (processor) => {
    if (!isFamily(processor)) return processor;
    const message = `${processor.row.name} is a family of processors: start from one of its members.`;
    throw clientError('BAD_ARGUMENT', message, 'chip.like');
  });
}

function maker(context: Context, view: View, { maker: id }: ChipShape): Read<Seen<EntityRow> | null> {
  return id == null ? null : entityNamed(context, view, id, 'Company', 'company', 'chip.maker');
}

function makerFacts(company: Seen<EntityRow>): Read<Item> {
  return whenRead(referenceOf(company, 'home'), (home) => ({
    maker: { word: company.row.slug, tentative: false },
    'maker-home': home === null ? undefined : { word: home.row.slug, tentative: false },
  }));
}

function factsOf(shape: ChipShape, madeIn: string | null): Item {
  const flag = (value: boolean | null | undefined) => (value == null ? null : value ? yes : no);
  const word = (value: string | null | undefined): Fact | null =>
    value == null ? null : { word: value, tentative: false };
  const facts: readonly (readonly [RuleQuantity, Fact | null])[] = [
    ['non-planar', flag(shape.nonPlanar)],
    ['data-centre', flag(shape.dataCentre)],
    ['high-bandwidth-memory', flag(shape.highBandwidthMemory)],
    ['foreign-made', flag(shape.foreignMade)],
    ['available-in-united-states', flag(shape.availableInUnitedStates)],
    ['bought-for-packaging', flag(shape.boughtForPackaging)],
    ['made-in', word(madeIn)],
    ['item-kind', word(shape.itemKind)],
    ['designer-status', word(shape.designerStatus)],
    ['packaging', word(shape.packaging)],
  ];
  return Object.fromEntries(facts.filter(([, fact]) => fact !== null));
}

function areaOnPlanarNodes({ nonPlanar }: ChipShape): Item {
  return nonPlanar === false ? { 'applicable-die-area': { notDefined: true, tentative: false } } : {};
}

/** What is supposed goes before what is known of the chip that it is like; density and sum follow from both. */
function figuresOf(item: Item, numbers: ReadonlyMap<RuleQuantity, Figure>, base: Chip | null): Chip['figureOf'] {
  const given = (quantity: RuleQuantity) => numbers.get(quantity) ?? base?.figureOf(quantity) ?? null;
  const isPlanar = item['applicable-die-area'] !== undefined && 'notDefined' in item['applicable-die-area'];
  const both = (one: RuleQuantity, other: RuleQuantity, of: (a: Figure, b: Figure) => Figure) =>
    whenRead(given(one), (a) => whenRead(given(other), (b) => a && b && of(a, b)));
  return (quantity) => {
    if (isPlanar && (quantity === 'applicable-die-area' || quantity === 'performance-density')) return null;
    if (quantity === 'performance-density') {
      return both('total-processing-performance', 'applicable-die-area', (performance, area) =>
        performanceDensity({ performance, area, isPlanar }),
      );
    }
    const io = 'aggregate-bidirectional-transfer-rate';
    if (quantity === 'io-bandwidth') return given(io);
    if (quantity === 'bandwidth-sum')
      return both('dram-bandwidth', io, (memory, rate) => bandwidthSum({ memory, io: rate }));
    return given(quantity);
  };
}
