import { type Agreement, agreement } from '../src/metrics/agreement.ts';
import { growth } from '../src/metrics/growth.ts';
import { impliedBase } from '../src/metrics/impliedBase.ts';
import { jointGrowth, type Member } from '../src/metrics/jointGrowth.ts';
import { definitionsOf } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type Period, parsePeriod, samePeriod, yearBefore } from '../src/quantity/period.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import { isCurrency, unitFactor } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import type { Claim } from '../src/store/claim.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';
import { definitionArgument } from './definitions.ts';
import { figureOf } from './figureOf.ts';
import { membersOf, withoutSubsidiaries } from './members.ts';
import { calendarOf, periodArgument } from './period.ts';
import { spendingOf } from './spending.ts';

/** Growth of a figure over an earlier period. */
export interface GrowthShape {
  readonly view: View;
  readonly reported: Figure | null;
  readonly computed: Figure | null;
  readonly fromMembers: Figure | null;
  readonly impliedBase: Figure | null;
  readonly agreement: Agreement;
}

/** What grew. */
export interface GrowthAsked {
  readonly property: PropertyId;
  readonly period: string;
  readonly over?: string | null | undefined;
  readonly definition?: string | null | undefined;
}

/** Growth of a figure of an entity: as reported, as computed, and whether the two agree. */
export function growthOf(entity: Seen<EntityRow>, asked: GrowthAsked): Read<GrowthShape> {
  const period = periodArgument(asked.period, entity, 'period');
  const base = basePeriod(entity, period, asked.over);
  const { property, definition } = asked;
  const read = whenAllRead([
    figureOf(entity, { property, definition, period: period.label }),
    figureOf(entity, { property, definition, period: base.label }),
    reportedGrowth(entity, asked, period, base),
    entity.row.type === 'Group' ? growthOfMembers(entity, asked, period, base) : null,
  ]);
  return whenRead(read, ([current = null, earlier = null, reported = null, fromMembers = null]) =>
    whenRead(current && earlier && comparable(entity.view, earlier, current), (before) => {
      const computed = current && before && growth({ current, base: before });
      return {
        view: entity.view,
        reported,
        computed,
        fromMembers,
        impliedBase: current && reported && impliedBase({ current, growth: reported }, base),
        agreement: agreement(reported ?? fromMembers, computed),
      };
    }),
  );
}

/** An earlier figure in the unit of the later one, currencies at the rate of its period; null where the units do not fit. */
function comparable(view: View, earlier: Figure, later: Figure): Read<Figure | null> {
  const [given, wanted] = [earlier.quantity.unit, later.quantity.unit];
  const fits = (isCurrency(given) && isCurrency(wanted)) || unitFactor(given, wanted) !== null;
  return fits ? convert(view, earlier, wanted, 'stated', 'period') : null;
}

/** Growth of the amount of an investment; null where its kind is not one of a period, or several invest. */
export function growthOfInvestment(
  investment: Seen<EntityRow>,
  { over, definition }: { readonly over?: string | null | undefined; readonly definition?: string | null | undefined },
): Read<GrowthShape | null> {
  return whenRead(
    spendingOf(investment),
    (spending) =>
      spending &&
      growthOf(spending.investor, { property: 'capital-expenditure', period: spending.period, over, definition }),
  );
}

/** A later figure and the growth that a source reports over `base`; null where none is reported. */
export function growthFrom(
  entity: Seen<EntityRow>,
  { property, definition }: { readonly property: PropertyId; readonly definition?: string | null | undefined },
  base: Period,
): Read<{ readonly current: Figure; readonly growth: Figure } | null> {
  return whenRead(claimsAtDoor(entity, property), (claims) => {
    const later = claims.find(
      (claim) => claim.property === 'growth' && claim.period !== null && growsFrom(entity, claim, base),
    );
    if (later?.period == null) return null;
    const { period } = later;
    const read = whenAllRead([
      figureOf(entity, { property, definition, period: period.label }),
      reportedGrowth(entity, { property, definition }, period, base),
    ]);
    return whenRead(read, ([current, reported]) => (current && reported ? { current, growth: reported } : null));
  });
}

/** The growth that sources report for a period over a base. */
function reportedGrowth(
  entity: Seen<EntityRow>,
  { property, definition }: { readonly property: PropertyId; readonly definition?: string | null | undefined },
  period: Period,
  base: Period,
): Read<Figure | null> {
  return whenRead(claimsAtDoor(entity, property), (claims) => {
    const fact = chooseFact(
      entity.view,
      claims.filter((claim) => claim.property !== 'growth' || growsFrom(entity, claim, base)),
      {
        property: 'growth',
        period,
        definition: definitionArgument(property, definition),
        definitions: definitionsOf(property),
        has: (claim) => claim.quantity !== null,
      },
    );
    return fact && claimedFigure(fact);
  });
}

/** The joint growth of the members of a group; null where one of them has neither growth nor base. */
function growthOfMembers(
  group: Seen<EntityRow>,
  asked: GrowthAsked,
  period: Period,
  base: Period,
): Read<Figure | null> {
  const { property, definition } = asked;
  return whenRead(whenRead(membersOf(group), withoutSubsidiaries), ({ counted }) => {
    const members = counted.map((member) => {
      const read = whenAllRead([
        figureOf(member, { property, definition, period: period.label }),
        reportedGrowth(member, asked, period, base),
        figureOf(member, { property, definition, period: base.label }),
      ]);
      return whenRead(read, ([current, reported, earlier]) => memberOf(member.row.name, current, reported, earlier));
    });
    return whenRead(whenAllRead(members), (found) => {
      const known = found.filter((member) => member !== null);
      const units = new Set(known.map(({ current }) => current.quantity.unit));
      return known.length === found.length && known.length > 0 && units.size === 1 ? jointGrowth(known) : null;
    });
  });
}

function memberOf(
  name: string,
  current: Figure | null | undefined,
  reported: Figure | null | undefined,
  earlier: Figure | null | undefined,
): Member | null {
  if (!current || isUnknown(current.quantity)) return null;
  if (reported) return { name, current, growth: reported };
  const fits = earlier && !isUnknown(earlier.quantity) && earlier.quantity.unit === current.quantity.unit;
  return fits ? { name, current, base: earlier } : null;
}

function growsFrom(entity: Seen<EntityRow>, claim: Claim, base: Period): boolean {
  // The compiler wrote the qualifiers of growth in this form.
  const { over } = JSON.parse(claim.qualifiersJson) as { readonly over?: string };
  const period = over === undefined ? null : parsePeriod(over, calendarOf(entity));
  return period !== null && !('problem' in period) && samePeriod(period, base);
}

function basePeriod(entity: Seen<EntityRow>, period: Period, over: string | null | undefined): Period {
  return over == null ? yearBefore(period, calendarOf(entity)) : periodArgument(over, entity, 'over');
}
