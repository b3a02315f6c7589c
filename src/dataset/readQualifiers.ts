import { type Period, yearBefore } from '../quantity/period.ts';
import type { PropertyDeclaration, QualifierDeclaration } from '../quantity/vocabulary.ts';
import { idOf } from './catalogue.ts';
import type { ClaimEntry } from './claimShape.ts';
import { type Entity, readPeriod } from './entity.ts';
import { inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import { typesOf } from './typesOf.ts';
import type { World } from './world.ts';

/** One thing that tells a claim's fact apart besides subject, period and definition. */
export interface Qualifier {
  readonly name: string;
  /** Text; an entity as its global id, a period as its label. */
  readonly value: string;
  /** The same, but of a period its days: two labels may mean the same ones. */
  readonly identity: string;
}

/** Reads the qualifiers that a property declares, in the order of their names; of growth, the base period. */
export function readQualifiers(
  entry: ClaimEntry,
  declaration: PropertyDeclaration,
  subject: Entity,
  spot: Spot,
  world: World,
): readonly Qualifier[] {
  const declared = Object.entries(declaration.qualifiers).sort(([left], [right]) => (left < right ? -1 : 1));
  if (declared.length === 0) return [];
  const values = new Map(Object.entries(entry));
  return declared.flatMap(([name, qualifier]) => {
    const value = values.get(name);
    return typeof value === 'string' ? readQualifier(name, value, qualifier, subject, inside(spot, name), world) : [];
  });
}

/** The base period of a growth: the one that the claim names, else the same a year before. */
export function readBase(
  { over }: ClaimEntry,
  period: Period | null,
  subject: Entity,
  spot: Spot,
  { findings }: World,
): readonly Qualifier[] {
  if (period === null) {
    report(findings, spot, 'a growth needs the period that it leads to: add `period`');
    return [];
  }
  const path = [...spot.path, 'over'];
  const base =
    over === undefined
      ? yearBefore(period, subject.calendar)
      : readPeriod({ text: over, path, days: null }, spot, subject.calendar, findings);
  if (base === null) return [];
  if ((base.first ?? '') >= (period.first ?? '')) {
    report(
      findings,
      { ...spot, path },
      `${base.label} does not lie before ${period.label}: write the earlier period here`,
    );
  }
  return [{ name: 'over', value: base.label, identity: daysOf(base) }];
}

function readQualifier(
  name: string,
  value: string,
  { datatype, of }: QualifierDeclaration,
  subject: Entity,
  spot: Spot,
  world: World,
): readonly Qualifier[] {
  if (datatype === 'text') return [{ name, value: value.trim(), identity: value.trim() }];
  if (datatype === 'period') {
    const period = readPeriod({ text: value, path: spot.path, days: null }, spot, subject.calendar, world.findings);
    return period === null ? [] : [{ name, value: period.label, identity: daysOf(period) }];
  }
  const draft = follow(value, typesOf(of), spot, world);
  return draft === null ? [] : [{ name, value: idOf(draft), identity: idOf(draft) }];
}

function daysOf({ first, last }: Period): string {
  return `${first ?? ''}/${last ?? ''}`;
}
