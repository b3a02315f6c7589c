import type { BookClause } from '../src/controls/evaluation.ts';
import { leviesOn, levyAmount } from '../src/controls/levies.ts';
import type { Question } from '../src/controls/question.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { chipOf } from './chip.ts';
import { ClauseRef, rateOf } from './clause.ts';
import type { Context } from './context.ts';
import { askingClauses, firstDayInForce, reachedCountries } from './controlReach.ts';
import { entityNamed } from './entityNamed.ts';
import { clientError } from './errors.ts';
import { ExportControl } from './exportControl.ts';
import { firstDay } from './exportStatusOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { membersOf } from './members.ts';
import { ownPeriod } from './period.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';
import { type ScenarioShape, valueOfShipment } from './shipmentValues.ts';

/** What a control takes of the value of a shipment. */
interface LevyShape {
  readonly view: View;
  readonly clause: BookClause;
  readonly rate: Figure;
  readonly amount: Figure | null;
}

export const Levy = builder.objectRef<LevyShape>('Levy').implement({
  description: 'What a control takes of the value of a shipment.',
  fields: (t) => ({
    control: t.field({
      type: ExportControl,
      nullable: true,
      description: 'The control.',
      resolve: ({ view, clause }) =>
        whenRead(view.named('ExportControl', clause.control), ([control]) => control ?? null),
    }),
    clause: t.field({
      type: ClauseRef,
      description: 'The clause.',
      resolve: ({ view, clause }) => ({ view, clause }),
    }),
    rate: t.field({
      type: FigureRef,
      description: 'The rate, as a ratio of the value.',
      resolve: ({ view, rate }) => figureIn(view, rate),
    }),
    amount: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The money; null where the value is unknown.',
      resolve: ({ view, amount }) => figureIn(view, amount),
    }),
  }),
});

/** Which levies are asked about, and what is supposed. */
export interface LeviesAsked {
  readonly controls?: readonly string[] | null | undefined;
  readonly scenario?: ScenarioShape | null | undefined;
}

/** What controls take of the value of a shipment; null where it has no processor that they could look at. */
export function leviesOf(
  context: Context,
  shipment: Seen<EntityRow>,
  { controls, scenario }: LeviesAsked,
): Read<readonly LevyShape[] | null> {
  const { view } = shipment;
  return whenRead(rulesOf(view.revision), (inPlace) =>
    whenRead(controlsAsked(context, view, controls), (named) =>
      whenRead(clausesOn(shipment, inPlace, named), (found) => {
        if (found === null) return null;
        const { clauses, holds } = found;
        return whenRead(valueOfShipment(shipment, scenario), (value) =>
          clauses.flatMap((clause): readonly LevyShape[] => {
            const stated = rateOf(clause);
            if (stated === null) return [];
            const rate = holds.has(clause.key) ? stated : { ...stated, evidence: 'scenario' as const };
            return [{ view, clause, rate, amount: value && levyAmount({ value, rate }) }];
          }),
        );
      }),
    ),
  );
}

function controlsAsked(
  context: Context,
  view: View,
  ids: readonly string[] | null | undefined,
): Read<readonly string[] | null> {
  if (ids == null) return null;
  if (ids.length > 100)
    throw clientError('BAD_ARGUMENT', `controls holds ${ids.length} ids; at most 100 are allowed.`, 'controls');
  const found = ids.map((id) => entityNamed(context, view, id, 'ExportControl', 'export control', 'controls'));
  return whenRead(whenAllRead(found), (all) => all.map(({ row }) => row.slug));
}

interface Taking {
  readonly clauses: readonly BookClause[];
  /** Those that hold on the first and on the last day of the period; the others are supposed to. */
  readonly holds: ReadonlySet<string>;
}

/** The clauses that take a share: of the controls named, as if they held; else those in force on the last day of the period. */
function clausesOn(
  shipment: Seen<EntityRow>,
  inPlace: RulesInPlace,
  controls: readonly string[] | null,
): Read<Taking | null> {
  return whenRead(questionsOn(shipment, inPlace, controls ?? []), (questions) => {
    if (questions === null) return null;
    const { first, last } = daysOfPeriod(shipment);
    const on = (day: string) =>
      questions.flatMap((question) => leviesOn(inPlace.rules, { ...question, day }).map(({ clause }) => clause));
    const inForce = on(last);
    const found = controls === null ? inForce : daysOf(inPlace, controls).flatMap(on);
    const wanted = found.filter(({ control }) => controls?.includes(control) ?? true);
    const heldBefore = on(first);
    return {
      clauses: [...new Map(wanted.map((clause) => [clause.key, clause])).values()],
      holds: new Set(inForce.filter((clause) => heldBefore.includes(clause)).map(({ key }) => key)),
    };
  });
}

/** A period that has no last day goes on to that of the lens. */
function daysOfPeriod(shipment: Seen<EntityRow>): { readonly first: string; readonly last: string } {
  const { asOf } = shipment.view.lens;
  const last = ownPeriod(shipment)?.last ?? asOf;
  return { first: ownPeriod(shipment)?.first ?? last, last };
}

/** A day on which each clause of some controls holds. */
function daysOf({ rules }: RulesInPlace, controls: readonly string[]): readonly string[] {
  const clauses = rules.clauses.filter(({ clause }) => controls.includes(clause.control));
  return [...new Set(clauses.flatMap(({ days }) => days.practice.flatMap(({ from, to }) => from ?? to ?? [])))];
}

/**
 * The way of a shipment to each country of its buyers, and into the United States, whose tariffs fall on what passes there.
 * Where nobody says from where the buyers are, to the countries that the controls reach which are supposed to hold.
 */
function questionsOn(
  shipment: Seen<EntityRow>,
  inPlace: RulesInPlace,
  controls: readonly string[],
): Read<readonly Question[] | null> {
  return whenRead(referenceOf(shipment, 'processor'), (processor) => {
    if (processor === null) return null;
    return whenRead(chipOf(processor), ({ item }) =>
      whenRead(placesOf(shipment), (places) =>
        [...new Set([...(places.length > 0 ? places : countriesOf(inPlace, controls)), 'us'])].map((slug) => ({
          item,
          destination: inPlace.locationOf(slug),
          buyer: null,
          exporter: 'designer' as const,
          reading: 'practice' as const,
          day: firstDay,
          shipped: null,
        })),
      ),
    );
  });
}

function countriesOf(inPlace: RulesInPlace, controls: readonly string[]): readonly string[] {
  return controls.flatMap((control) => {
    const clauses = askingClauses(inPlace, control);
    const day = firstDayInForce(clauses, 'practice');
    return day === null ? [] : reachedCountries(inPlace, clauses, day).map(({ slug }) => slug);
  });
}

/** Where the buyers are: places themselves, or the homes of companies and of the members of groups. */
function placesOf(shipment: Seen<EntityRow>): Read<readonly string[]> {
  return whenRead(referencesOf(shipment, 'buyer'), (buyers) =>
    whenRead(whenAllRead(buyers.map(placesOfBuyer)), (found) => [...new Set(found.flat())]),
  );
}

function placesOfBuyer(buyer: Seen<EntityRow>): Read<readonly string[]> {
  if (buyer.row.type === 'Place') return [buyer.row.slug];
  if (buyer.row.type === 'Company')
    return whenRead(referenceOf(buyer, 'home'), (home) => (home ? [home.row.slug] : []));
  return whenRead(membersOf(buyer), (members) =>
    whenRead(whenAllRead(members.map(placesOfBuyer)), (found) => found.flat()),
  );
}
