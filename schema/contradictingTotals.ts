import { contradictingTotals as mismatchesIn } from '../src/metrics/contradictingTotals.ts';
import { totalContradicts } from '../src/metrics/contradiction.ts';
import type { Stretch } from '../src/metrics/tiling.ts';
import { claimedProperty } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type PropertyId, properties } from '../src/quantity/vocabulary.ts';
import type { Claim } from '../src/store/claim.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { factsOfPeriods } from '../src/store/factsOfPeriods.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { comparedIn } from './contradictingClaims.ts';
import { flowDefinitionsOf } from './definitions.ts';
import { aboutOf, claimsBehind, claimsBy, type Discrepancy, type Suspects, suspectClaims } from './discrepancies.ts';
import { declarationOf } from './property.ts';
import { totalOf } from './totalOf.ts';

/**
 * Stated totals that their parts do not add up to: a group against its members, a year against its halves or quarters.
 * Only of what adds up over time, and only results; parts that are not known leave a sum open above.
 */
export function contradictingTotals(suspects: Suspects): Read<readonly Discrepancy[]> {
  const stated = suspectClaims(suspects, { measured: true, ofPeriod: true, properties: claimedFlows });
  return whenRead(stated, (claims) => {
    const series = [...claimsBy(claims, ({ holderKey, door }) => `${holderKey} ${door}`).values()];
    return whenRead(whenAllRead(series.map(contradictionsIn)), (found) => found.flat());
  });
}

/** The properties whose figures add up over time, and what claims of them are claims of. */
const flows = (Object.keys(properties) as PropertyId[]).filter((property) => declarationOf(property).flow);
const claimedFlows = [...new Set(flows.map(claimedProperty))];

/** One property of one entity, under each of its definitions. */
function contradictionsIn(series: readonly Seen<Claim>[]): Read<readonly Discrepancy[]> {
  const [first] = series;
  const claims = series.map(({ row }) => row);
  return whenRead(first ? aboutOf(first) : null, (about) => {
    if (first === undefined || about === null || about.property === null) return [];
    const { subject, property } = about;
    const ofDefinitions = flowDefinitionsOf(property, null).map((definition) => {
      const facts = factsOfPeriods(first.view, claims, { property: claimedProperty(property), definition });
      const figures = facts.map(claimedFigure).filter((figure) => figure !== null && isFirm(figure, first));
      const known = figures.filter((figure) => figure !== null);
      const overTime = mismatches(subject, property, known);
      if (subject.row.type !== 'Group') return overTime;
      const members = whenAllRead(known.map((figure) => againstMembers(subject, property, figure)));
      return whenRead(members, (found) => [...overTime, ...found.filter((one) => one !== null)]);
    });
    return whenRead(whenAllRead(ofDefinitions), (found) => found.flat());
  });
}

function isFirm({ evidence, tentative }: Figure, { view }: Seen<Claim>): boolean {
  return evidence !== 'forecast' && evidence !== 'scenario' && (!tentative || view.lens.includeTentative);
}

function mismatches(
  subject: Seen<EntityRow>,
  property: PropertyId,
  figures: readonly Figure[],
): readonly Discrepancy[] {
  const units = new Set(figures.map(({ quantity }) => quantity.unit));
  return [...units].flatMap((unit) => {
    const stretches = figures.filter(({ quantity }) => quantity.unit === unit).flatMap(stretchOf);
    const found = mismatchesIn(stretches, declarationOf(property).nonNegative);
    return found.map(({ stated, sum }) => discrepancyOf(subject, property, stated, sum, []));
  });
}

function stretchOf(figure: Figure): readonly Stretch[] {
  const { first, last } = figure.period ?? { first: null, last: null };
  return first === null || last === null ? [] : [{ first, last, figure, knownFrom: null, restates: false }];
}

function againstMembers(group: Seen<EntityRow>, property: PropertyId, figure: Figure): Read<Discrepancy | null> {
  const { period, definition, quantity } = figure;
  if (period === null) return null;
  const asked = { property, period: period.label, definition, unit: quantity.unit };
  return whenRead(totalOf(group, asked), ({ sum, agreement }) =>
    agreement === 'disagree' ? discrepancyOf(group, property, figure, sum, []) : null,
  );
}

/** A stated total beside the sum of its parts. */
export function discrepancyOf(
  subject: Seen<EntityRow>,
  property: PropertyId,
  stated: Figure,
  sum: Figure,
  others: readonly EntityRow[],
): Discrepancy {
  const { period, definition } = stated;
  const claims = claimsBehind([stated, sum]);
  const details = definition === null ? [] : [definition];
  return {
    kind: 'total',
    subject: subject.row,
    property,
    period,
    comparison: () => comparedIn(subject.view, { left: stated, right: sum }),
    claims,
    link: null,
    others,
    text: () => totalContradicts({ property, details, subject: subject.row.name, period }, stated, sum),
    key: claims[0]?.key ?? 0,
  };
}
