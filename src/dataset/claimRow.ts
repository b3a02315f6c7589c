import { foldName } from '../quantity/foldName.ts';
import { lastDayOf } from '../quantity/period.ts';
import { stepLengthOf } from '../quantity/stepLengthOf.ts';
import type { ClaimRow } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entity.ts';
import type { KeyOf } from './entityRows.ts';
import type { Link } from './link.ts';
import { isSpending } from './readClaim.ts';

/** The keys that rows of claims refer to. */
export interface Keys {
  readonly entity: KeyOf<Entity | Draft>;
  readonly link: KeyOf<Link>;
}

/** A row that is to get its key, its fact, its place and its successor. */
export type Unplaced = Omit<ClaimRow, LaterColumn> & { -readonly [Column in LaterColumn]: ClaimRow[Column] };

type LaterColumn = 'key' | 'factKey' | 'place' | 'supersededByKey';

/** The row of a claim, but for its key, its fact, its place and its successor, which depend on the others. */
export function unplacedRow(claim: Claim, keys: Keys): Unplaced {
  const { subject, property, quantity, period } = claim;
  const investor = isSpending(subject, property) ? onlyInvestor(subject) : null;
  const value = quantity?.value?.toFixed() ?? null;
  return {
    key: 0,
    id: claim.id,
    factKey: 0,
    place: 0,
    subjectKey: keys.entity(subject),
    linkKey: claim.link === null ? null : keys.link(claim.link),
    property,
    holderKey: keys.entity(investor ?? subject),
    door: investor === null ? property : 'capital-expenditure',
    qualifiersJson: JSON.stringify(Object.fromEntries(claim.qualifiers.map(({ name, value }) => [name, value]))),
    definition: claim.definition,
    periodLabel: period?.label ?? null,
    periodFirst: period?.first ?? null,
    periodLast: period?.last ?? null,
    periodStep: period && stepLengthOf(period),
    asOf: flag(claim.asOf),
    value,
    low: quantity?.low === quantity?.value ? value : (quantity?.low?.toFixed() ?? null),
    high: quantity?.high === quantity?.value ? value : (quantity?.high?.toFixed() ?? null),
    lowOpen: flag(quantity?.lowOpen ?? false),
    highOpen: flag(quantity?.highOpen ?? false),
    bounds: quantity?.bounds ?? null,
    unit: quantity?.unit ?? null,
    text: claim.text,
    foldedText: claim.text === null ? null : foldName(claim.text),
    date: claim.date,
    dateDay: claim.date === null ? null : lastDayOf(claim.date),
    entityKey: claim.entity === null ? null : keys.entity(claim.entity),
    evidence: claim.evidence,
    rank: claim.rank,
    kind: claim.kind,
    reason: claim.reason,
    speakerName: claim.speakerName,
    speakerRole: claim.speakerRole,
    speakerKey: claim.speaker === null ? null : keys.entity(claim.speaker),
    sourcesJson: JSON.stringify(claim.publications),
    publishedDay: claim.publications.flatMap(({ day }) => day ?? []).sort()[0] ?? null,
    supersededByKey: null,
    deniedByJson: JSON.stringify(claim.deniedBy.map(keys.entity)),
    inferred: flag(claim.inferred),
    file: `data/${claim.file.standsIn}`,
    line: claim.file.yaml.at(claim.path).line,
  };
}

/** Who spent it, where it is one; what several spent together is a figure of none of them. */
function onlyInvestor({ references }: Entity): Draft | null {
  const [first, second] = references.filter(({ role }) => role === 'investor');
  return first === undefined || second !== undefined ? null : first.to;
}

function flag(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
