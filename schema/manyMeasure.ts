import type { InOneUnit, ManyGroup } from '../src/metrics/manyGroup.ts';
import { Portion } from '../src/metrics/portions.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { RowColumns } from '../src/store/rowColumns.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { converterTo, unitArgument } from './conversion.ts';
import { type SingleRow, SingleRows } from './manySingles.ts';
import { measureIn, type RowFigureShape, unitAmong } from './rowsGathered.ts';

/** Many rows in one unit. */
export interface ManyMeasure extends InOneUnit<SingleRow> {
  readonly singles: SingleRows;
}

/** Rows of a group, in one unit where a figure of theirs is asked for. */
export type RowGroup = ManyGroup<SingleRow, ManyMeasure>;

interface Rows {
  readonly columns: RowColumns;
  readonly singles: ReadonlyMap<number, SingleRow>;
}

/** Many rows in the units that they were asked for in. */
export class ManyMeasures {
  readonly #rows: Rows;
  readonly #known = new Map<string, ManyMeasure>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Rows at some places in the unit asked for, else in their own. @throws the client's error where their units differ */
  read(view: View, of: RowFigureShape, places: Uint32Array, isFirm: (place: number) => boolean): Read<ManyMeasure> {
    const unit = of.unit == null ? unitAmong(of, this.#units(places, isFirm)) : unitArgument(of.unit, 'of');
    const known = this.#known.get(unit);
    if (known !== undefined) return known;
    return whenRead(converterTo(view, unit, 'of'), (convert) => {
      const made = this.#made(unit, of.property, convert);
      this.#known.set(unit, made);
      return made;
    });
  }

  #made(unit: string, property: PropertyId, convert: (figure: Figure) => Figure): ManyMeasure {
    const measure = measureIn(unit, property, false);
    const { columns, singles } = this.#rows;
    const portions: Portion[] = [];
    const places = new Map<string, number>();
    const ofTrait = Uint32Array.from(columns.traits, (trait) => {
      const isOther = trait.unit !== unit;
      const name = isOther ? `${trait.unit} ${trait.period?.first}/${trait.period?.last} ${trait.period === null}` : '';
      const known = places.get(name);
      if (known !== undefined) return known;
      places.set(name, portions.length);
      const portion = new Portion(
        trait.unit ?? unit,
        isOther ? trait.period : null,
        isOther && trait.unit ? convert : null,
      );
      return portions.push(portion) - 1;
    });
    return {
      measure,
      portions: { unit, nonNegative: measure.nonNegative, columns, all: portions, ofTrait },
      singles: new SingleRows(singles, measure, convert),
    };
  }

  /** How many figures are in each unit. */
  #units(places: Uint32Array, isFirm: (place: number) => boolean): ReadonlyMap<string, number> {
    const { columns, singles } = this.#rows;
    const counts = new Uint32Array(columns.traits.length);
    const found = new Map<string, number>();
    const add = (unit: string | null, count: number) => {
      if (unit !== null && count > 0) found.set(unit, (found.get(unit) ?? 0) + count);
    };
    for (const place of places) {
      if (!isFirm(place)) continue;
      const single = singles.get(place);
      if (single === undefined) counts[columns.trait[place] ?? 0] = (counts[columns.trait[place] ?? 0] ?? 0) + 1;
      else if (single.figure?.quantity.bounds !== 'unknown') add(single.figure?.quantity.unit ?? null, 1);
    }
    for (const [place, count] of counts.entries()) add(columns.traits[place]?.unit ?? null, count);
    return found;
  }
}
