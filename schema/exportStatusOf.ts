import { evaluate } from '../src/controls/evaluate.ts';
import type { Evaluation, Verdict } from '../src/controls/evaluation.ts';
import { judge } from '../src/controls/judge.ts';
import type { Buyer, Days, Question } from '../src/controls/question.ts';
import type { ExporterRole, Reading } from '../src/controls/vocabulary.ts';
import { type StatusWindow, windowOn, windowsOf } from '../src/controls/windows.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type BuyerShape, buyerArgument } from './buyer.ts';
import type { Chip } from './chip.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { placeArgument } from './placeArgument.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';

/** The first day that the rules may be asked about. */
export const firstDay = '2019-01-01';

const wholeDay = '2024-08-26'.length;

/** What a client asks besides the chip and the day. */
export interface ShipmentAsked {
  readonly destination: string;
  readonly buyer?: BuyerShape | null | undefined;
  readonly exporter?: ExporterRole | null | undefined;
  readonly reading?: Reading | null | undefined;
}

/** A way to a place and a buyer, over time. */
export interface WayTo {
  readonly inPlace: RulesInPlace;
  readonly place: EntityRow;
  readonly buyer: Buyer | null;
  readonly exporter: ExporterRole;
  readonly reading: Reading;
}

/** The status of a chip on a day, worked out as far as it is asked for. */
export class ExportStatusShape {
  readonly view: View;
  readonly chip: Chip;
  readonly way: WayTo;
  readonly day: string;
  readonly #question: Question;
  #verdict: Verdict | undefined;
  #evaluation: Evaluation | undefined;
  #windows: readonly StatusWindow[] | undefined;
  /** The first day of the time that is looked at; null where all of it is. */
  readonly #since: string | null;

  constructor(view: View, chip: Chip, way: WayTo, day: string, since: string | null = null) {
    this.view = view;
    this.chip = chip;
    this.way = way;
    this.day = day;
    this.#since = since;
    this.#question = questionOf(chip, way, day);
  }

  /** What follows, without the reasons. */
  get verdict(): Verdict {
    this.#verdict ??= judge(this.way.inPlace.rules, this.#question);
    return this.#verdict;
  }

  /** What follows, and why. */
  get evaluation(): Evaluation {
    this.#evaluation ??= evaluate(this.way.inPlace.rules, this.#question);
    return this.#evaluation;
  }

  get question(): Question {
    return this.#question;
  }

  /** The stretch of days in which the answer is the same, of the time that is looked at. */
  get window(): Days {
    const { from, to } = this.#allWindows[this.#place] ?? { from: null, to: null };
    const since = this.#since;
    return { from: since !== null && (from === null || from < since) ? since : from, to };
  }

  /** The status of the stretch before; null for the first. */
  get previous(): ExportStatusShape | null {
    const before = this.#allWindows[this.#place - 1];
    return before?.to == null ? null : new ExportStatusShape(this.view, this.chip, this.way, before.to);
  }

  get #place(): number {
    return windowOn(this.#allWindows, this.day);
  }

  get #allWindows(): readonly StatusWindow[] {
    this.#windows ??= windowsOf(this.way.inPlace.rules, this.#question, this.chip.item);
    return this.#windows;
  }
}

/** The way that a client asks about. @throws the client's error where place or buyer are not there */
export function wayTo(context: Context, view: View, asked: ShipmentAsked): Read<WayTo> {
  return whenRead(rulesOf(view.revision), (inPlace) => {
    const place = placeArgument(context, view, asked.destination, inPlace, 'destination');
    return whenRead(buyerArgument(context, view, asked.buyer, inPlace), (buyer) => ({
      inPlace,
      place,
      buyer,
      exporter: asked.exporter ?? 'designer',
      reading: asked.reading ?? 'practice',
    }));
  });
}

/** The day that a client asks about, or that of the lens. @throws the client's error where it is too early */
export function dayArgument(view: View, on: string | null | undefined, argument: string): string {
  // A whole day, as most ask for, has been checked when it came in.
  const day = on == null ? view.lens.asOf : on.length === wholeDay ? on : (lastDayOf(on) ?? on);
  if (day >= firstDay) return day;
  throw clientError('BAD_DATE', `${argument} is ${day}; export controls are known from ${firstDay} on.`, argument);
}

/** The status of a chip over time, earliest first: of each stretch that meets the days asked about. */
export function statusesOf(view: View, chip: Chip, way: WayTo, days: Days): readonly ExportStatusShape[] {
  const windows = windowsOf(way.inPlace.rules, questionOf(chip, way, firstDay), chip.item);
  return windows
    .filter(({ from, to }) => (days.to === null || (from ?? '') <= days.to) && (to === null || to >= (days.from ?? '')))
    .map(({ from, to }) => {
      const first = from === null || (days.from !== null && days.from > from) ? days.from : from;
      return new ExportStatusShape(view, chip, way, first ?? to ?? firstDay, days.from);
    });
}

function questionOf({ item }: Chip, { inPlace, place, buyer, exporter, reading }: WayTo, day: string): Question {
  return { item, destination: inPlace.locationOf(place.slug), buyer, exporter, reading, day, shipped: null };
}
