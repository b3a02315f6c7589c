import { applicableDieArea, noDieArea } from '../src/metrics/applicableDieArea.ts';
import { fastest16Bit, no16Bit } from '../src/metrics/fastest16Bit.ts';
import { noDensity, performanceDensity } from '../src/metrics/performanceDensity.ts';
import { noPricePerPerformance, pricePerPerformance } from '../src/metrics/pricePerPerformance.ts';
import { noProcessingPerformance, totalProcessingPerformance } from '../src/metrics/totalProcessingPerformance.ts';
import { definitionsOf } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { definitionArgument } from './definitions.ts';
import { type FigureAsked, statedOf } from './figureOf.ts';
import { detailOf } from './period.ts';

/** Dense performance: as stated, or of the definition `16-bit`, which goes first, that of the fastest path. */
export function densePerformanceOf(processor: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const definition = definitionArgument('dense-performance', asked.definition);
  if (processor.row.type !== 'Processor' || (definition !== null && definition !== '16-bit'))
    return statedOf(processor, asked);
  return whenRead(densePerformances(processor), (performances) => {
    const with16Bits = performances.filter((figure) => isOf16Bits(figure));
    if (with16Bits.length > 0) return fastest16Bit(with16Bits);
    if (definition === null) return performances[0] ?? null;
    return isFamily(processor) ? no16Bit(familyHasNone(processor), 'not-defined') : fastest16Bit([]);
  });
}

/** How a specification is read: as its best claim, or as export rules weigh it. */
export type ReadFigure = (processor: Seen<EntityRow>, asked: FigureAsked) => Read<Figure | null>;

/** Total processing performance; null for what is no processor. */
export function processingPerformanceOf(processor: Seen<EntityRow>, read: ReadFigure = statedOf): Read<Figure | null> {
  if (processor.row.type !== 'Processor') return null;
  return whenRead(densePerformances(processor, read), (performances) => {
    const total = totalProcessingPerformance(performances);
    if (performances.length > 0) return total;
    if (isFamily(processor)) return noProcessingPerformance(familyHasNone(processor), 'not-defined');
    return whenRead(statedOf(processor, { property: 'sparse-performance' }), (sparse) =>
      sparse === null ? total : noProcessingPerformance('only sparse figures are published'),
    );
  });
}

/** Applicable die area; null for what is no processor. */
export function applicableDieAreaOf(processor: Seen<EntityRow>, read: ReadFigure = statedOf): Read<Figure | null> {
  if (processor.row.type !== 'Processor') return null;
  if (isFamily(processor)) return noDieArea(familyHasNone(processor), 'not-defined');
  const dieArea = (definition: string) => read(processor, { property: 'die-area', definition });
  const dies = whenAllRead([
    dieArea('sum'),
    dieArea('one-die'),
    read(processor, { property: 'dies' }),
    read(processor, { property: 'die-area' }),
  ]);
  return whenRead(dies, ([sum = null, oneDie = null, count = null, any = null]) =>
    applicableDieArea({ sum, oneDie, count, other: any, nonPlanar: detailOf(processor).nonPlanar ?? null }),
  );
}

/** Performance density; null for what is no processor. */
export function performanceDensityOf(processor: Seen<EntityRow>, read: ReadFigure = statedOf): Read<Figure | null> {
  if (isFamily(processor)) return noDensity(familyHasNone(processor), 'not-defined');
  const both = whenAllRead([processingPerformanceOf(processor, read), applicableDieAreaOf(processor, read)]);
  return whenRead(both, ([performance = null, area = null]) => {
    const isPlanar = detailOf(processor).nonPlanar === false;
    return performance && area && performanceDensity({ performance, area, isPlanar });
  });
}

/** Price per performance, of the definition `tpp` unless another is asked for; null for what is no processor. */
export function pricePerPerformanceOf(processor: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const definition = definitionArgument(asked.property, asked.definition) ?? 'tpp';
  if (isFamily(processor)) return noPricePerPerformance(definition, familyHasNone(processor), 'not-defined');
  const read = whenAllRead([
    launchPriceOf(processor),
    definition === 'tpp'
      ? processingPerformanceOf(processor)
      : densePerformanceOf(processor, { property: 'dense-performance', definition }),
  ]);
  return whenRead(read, ([price = null, performance = null]) =>
    performance === null ? null : pricePerPerformance({ price, performance, definition }),
  );
}

/** The launch price of one processor: not that of a system or a module of several. */
function launchPriceOf(processor: Seen<EntityRow>): Read<Figure | null> {
  return whenRead(claimsAtDoor(processor, 'launch-price'), (claims) => {
    const fact = chooseFact(
      processor.view,
      claims.filter(({ qualifiersJson }) => !qualifiersJson.includes('"per":')),
      {
        property: 'launch-price',
        period: 'latest',
        definition: null,
        definitions: [],
        has: ({ quantity }) => quantity !== null,
      },
    );
    return fact && claimedFigure(fact);
  });
}

/** What is stated of the dense performance of a processor, a figure a datatype and path, in the order of definitions. */
function densePerformances(processor: Seen<EntityRow>, read: ReadFigure = statedOf): Read<readonly Figure[]> {
  const property: PropertyId = 'dense-performance';
  const stated = definitionsOf(property).map((definition) => read(processor, { property, definition }));
  return whenRead(whenAllRead(stated), (figures) => figures.filter((figure) => figure !== null));
}

function isOf16Bits({ definition }: Figure): boolean {
  return definition !== null && /^(fp16|bf16)(\/|$)/.test(definition);
}

/** Whether it is a family, of whose members each has specifications of its own. */
export function isFamily({ row }: Seen<EntityRow>): boolean {
  return row.kindsJson === '["family"]';
}

function familyHasNone({ row }: Seen<EntityRow>): string {
  return `${row.name} is a family of processors: ask for one of its members`;
}
