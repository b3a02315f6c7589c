import { impliedBase } from '../src/metrics/impliedBase.ts';
import { type Part, type Total, total } from '../src/metrics/total.ts';
import type { Figure, Warning } from '../src/quantity/figure.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { unitArgument } from './conversion.ts';
import { clientError } from './errors.ts';
import { figureOf, statedOf } from './figureOf.ts';
import { growthFrom } from './growthOf.ts';
import { membersOf, referenceTo, withoutSubsidiaries } from './members.ts';
import { detailOf, periodArgument } from './period.ts';
import { declarationOf } from './property.ts';

/** What to add up over the members of a group. */
export interface TotalAsked {
  readonly property: PropertyId;
  readonly period: string;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly includeImplied?: boolean | null | undefined;
}

/** What is stated for a group beside the sum of its members. @throws the client's error where their units differ */
export function totalOf(group: Seen<EntityRow>, asked: TotalAsked): Read<Total> {
  const stated = statedInUnit(group, asked);
  const disjoint = whenRead(membersOf(group), withoutSubsidiaries);
  return whenRead(disjoint, ({ counted, warnings }) => {
    const figures = whenAllRead(counted.map((member) => partOf(member, asked)));
    return whenRead(figures, (found) =>
      whenRead(stated, (whole) => {
        const { lens } = group.view;
        const parts = found.map(({ figure, member }) => ({ entity: referenceTo(member), figure }));
        const weak = lens.includeTentative ? [] : parts.filter(({ figure }) => figure?.tentative);
        const units = new Set(parts.flatMap(({ figure }) => (figure ? [figure.quantity.unit] : [])));
        if (units.size > 1) throw unitsDiffer(parts);
        const declaration = declarationOf(asked.property);
        return total({
          unit: [...units][0] ?? unitOf(asked, whole),
          nonNegative: declaration.nonNegative,
          stated: whole,
          parts: parts.map((part) => (weak.includes(part) ? { ...part, figure: null } : part)),
          open: detailOf(group).closed === false,
          period: periodArgument(asked.period, null, 'period'),
          warnings: [...warnings, ...weak.map(weaknessOf)],
        });
      }),
    );
  });
}

function statedInUnit(group: Seen<EntityRow>, asked: TotalAsked): Read<Figure | null> {
  const { property, period, definition, unit } = asked;
  if (unit == null) return statedOf(group, { property, period, definition });
  return whenRead(statedOf(group, { property, period, definition }), (stated) =>
    stated ? figureOf(group, { property, period, definition, unit }) : null,
  );
}

/** The figure of a member; where it has none, the base that its reported growth implies, if that is to be counted. */
function partOf(
  member: Seen<EntityRow>,
  asked: TotalAsked,
): Read<{ readonly member: Seen<EntityRow>; readonly figure: Figure | null }> {
  return whenRead(figureOf(member, asked), (figure) => {
    if (figure !== null && !isUnknown(figure.quantity)) return { member, figure };
    if (asked.includeImplied !== true) return { member, figure: null };
    const base = periodArgument(asked.period, member, 'period');
    return whenRead(growthFrom(member, asked, base), (grown) => ({
      member,
      figure: grown && impliedBase(grown, base),
    }));
  });
}

function unitOf({ unit, property }: TotalAsked, stated: Figure | null): string {
  if (unit != null) return unitArgument(unit, 'unit');
  const [declared = 'count'] = declarationOf(property).units;
  return stated?.quantity.unit ?? (declared === 'money' ? 'USD' : declared);
}

function weaknessOf({ entity }: Part): Warning {
  const message = `${entity.name} is left out: its figure rests on a claim of weak confidence. A lens with includeTentative takes it in.`;
  return { code: 'low-confidence', message, entities: [entity] };
}

function unitsDiffer(parts: readonly Part[]) {
  const units = parts.flatMap(({ entity, figure }) => (figure ? [`${figure.quantity.unit} (${entity.name})`] : []));
  return clientError(
    'UNIT_MISMATCH',
    `The members have figures in different units, ${units.join(', ')}: give \`unit\` the currency to add them up in, for example unit: "USD".`,
    'unit',
  );
}
