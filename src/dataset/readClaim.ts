import type { Quantity } from '../quantity/quantity.ts';
import type { PropertyDeclaration } from '../quantity/vocabulary.ts';
import { type EntityType, entityTypes } from '../store/tables.ts';
import { find } from './catalogue.ts';
import type { Claim } from './claim.ts';
import { type ClaimParts, claimId, factOf } from './claimIdentity.ts';
import { type ClaimEntry, spendingProperties } from './claimShape.ts';
import { readTime } from './claimTime.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entity.ts';
import { inside, report, type Spot, warn } from './findings.ts';
import { follow } from './follow.ts';
import type { Link } from './link.ts';
import { publicationsOf, readDate } from './publications.ts';
import { readBase, readQualifiers } from './readQualifiers.ts';
import { readStated } from './readStated.ts';
import type { World } from './world.ts';

/** What a claim is about. */
export interface About {
  readonly subject: Entity;
  /** Null where it is about the subject itself. */
  readonly link: Link | null;
  /** The id of the property. */
  readonly property: string;
}

/** Reads one claim; null where it cannot be one, for reasons that are told. */
export function readClaim(entry: ClaimEntry, about: About, spot: Spot, world: World): Claim | null {
  const { vocabulary, findings } = world;
  const { subject, link, property } = about;
  const declaration = vocabulary.properties[property];
  if (declaration === undefined) return null;
  const problemsBefore = findings.problems.length;

  const { period, asOf } = readTime(entry, subject, property, spot, findings);
  const base = property === 'growth' ? readBase(entry, period, subject, spot, world) : [];
  const parts: ClaimParts = {
    subject,
    link,
    property,
    period,
    asOf,
    qualifiers: [...base, ...readQualifiers(entry, declaration, subject, spot, world)],
    definition: definitionOf(entry, about, declaration, spot, world),
    entity: entityOf(entry, declaration, spot, world),
    publications: publicationsOf(entry, spot, world),
  };
  const fact = factOf(parts, declaration);
  const { speaker, speakerName, speakerRole } = speakerOf(entry, spot, world);
  // Field by field: an object that is spread from several takes ten times as long, which shows in a million claims.
  const claim: Claim = {
    id: entry.id ?? claimId(fact, parts, entry),
    named: entry.id !== undefined,
    supersededById: entry.supersededBy ?? null,
    subject,
    link,
    property,
    qualifiers: parts.qualifiers,
    fact,
    definition: parts.definition,
    period,
    asOf,
    quantity: quantityOf(entry, property, declaration, spot, world),
    text: entry.text?.trim() ?? null,
    date: readDate(entry.date, inside(spot, 'date'), findings),
    entity: parts.entity,
    evidence: entry.evidence ?? 'reported',
    rank: entry.rank ?? 'normal',
    kind: entry.kind ?? null,
    reason: entry.reason?.trim() ?? null,
    speakerName,
    speakerRole,
    speaker,
    publications: parts.publications,
    deniedBy: (entry.deniedBy ?? [])
      .map((denier, index) => follow(denier, deniers, inside(spot, 'deniedBy', index), world))
      .filter((denier) => denier !== null),
    inferred: entry.inferred === 'true',
    file: spot.file,
    path: spot.path,
  };
  checkContent(entry, declaration, spot, world);
  checkReason(entry, spot, world);
  return findings.problems.length > problemsBefore ? null : claim;
}

const speakers: readonly EntityType[] = ['Person', 'Company', 'Group'];

const deniers: readonly EntityType[] = ['Person', 'Company', 'Group', 'Place'];

function definitionOf(
  entry: ClaimEntry,
  { subject, property }: About,
  declaration: PropertyDeclaration,
  spot: Spot,
  { vocabulary, findings }: World,
): string | null {
  const { definitions } =
    (isSpending(subject, property) && vocabulary.properties['capital-expenditure']) || declaration;
  const ids = definitions.map(({ id }) => id);
  if (entry.definition !== undefined) {
    if (ids.includes(entry.definition)) return entry.definition;
    report(findings, inside(spot, 'definition'), `\`${property}\` has no definitions here: leave \`definition\` out`);
    return null;
  }
  if (ids.length === 0) return null;
  if (ids.includes('unstated')) return 'unstated';
  const choice = ids.map((id) => `\`${id}\``).join(', ');
  report(findings, spot, `say what exactly was measured: add \`definition\`, one of ${choice}`);
  return null;
}

/** Whether a property of an investment is spoken of as the capital expenditure of the investor. */
export function isSpending({ type, draft }: Entity, property: string): boolean {
  return type === 'Investment' && draft.kinds.includes('capital-expenditure') && spendingProperties.includes(property);
}

function quantityOf(
  { stated }: ClaimEntry,
  property: string,
  declaration: PropertyDeclaration,
  spot: Spot,
  { findings }: World,
): Quantity | null {
  if (stated === undefined) return null;
  const quantity = readStated(stated, property, declaration);
  if (quantity === null || !('problem' in quantity)) return quantity;
  report(findings, inside(spot, 'stated'), quantity.problem);
  return null;
}

/** The entity claimed; of a figure that belongs to a company within its subject, such as a market share, that company. */
function entityOf(entry: ClaimEntry, declaration: PropertyDeclaration, spot: Spot, world: World): Draft | null {
  if (entry.entity !== undefined) return follow(entry.entity, entityTypes, inside(spot, 'entity'), world);
  const company =
    declaration.qualifiers.company === undefined ? undefined : new Map(Object.entries(entry)).get('company');
  if (typeof company !== 'string') return null;
  const draft = find(world.catalogue, company, ['Company', 'Group']);
  // Where there is none, that is told of the qualifier.
  return 'problem' in draft ? null : draft;
}

function speakerOf(entry: ClaimEntry, spot: Spot, world: World) {
  if (entry.speaker !== undefined && entry.speakerWords !== undefined) {
    const message = 'the speaker is named already: write `speaker` or `speakerWords`, not both';
    report(world.findings, inside(spot, 'speakerWords'), message);
  }
  const speaker = entry.speaker === undefined ? null : follow(entry.speaker, speakers, inside(spot, 'speaker'), world);
  return {
    speaker,
    speakerName: speaker?.name ?? entry.speakerWords?.trim() ?? null,
    speakerRole: entry.speakerRole?.trim() ?? null,
  };
}

/** What shapes cannot say: a claim of a day holds the day, or words for it. */
function checkContent(entry: ClaimEntry, { datatype }: PropertyDeclaration, spot: Spot, { findings }: World): void {
  if (datatype !== 'date' || entry.date !== undefined || entry.text !== undefined) return;
  report(findings, spot, 'a day is missing: add `date`, or `text` where the source only says that it is to come');
}

function checkReason({ rank, reason }: ClaimEntry, spot: Spot, { findings }: World): void {
  if (rank === undefined || rank === 'normal' || reason !== undefined) return;
  warn(findings, inside(spot, 'rank'), `${rank} without a reason: add \`reason\`, in words`);
}
