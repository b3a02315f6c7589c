import { claimedProperty, definitionsOf, isProperty } from '../quantity/door.ts';
import { firstClaim, isOfPeriod } from '../store/chooseFact.ts';
import { type Claim, claimOf } from '../store/claim.ts';
import { countingClaims, seenClaims } from '../store/counting.ts';
import type { FigureRow } from '../store/figureRow.ts';
import { defaultLens } from '../store/lens.ts';
import { ratesOf } from '../store/rates.ts';
import type { ClaimRow, EntityRow, EntityType, Rows } from '../store/tables.ts';
import { figureOfFact } from './figureOfFact.ts';

/** The figures that the default View answers, one door after the other: memory holds those of one door at a time. */
export function* figureRows({ entity, claim, rate }: Rows, horizon: string): Generator<FigureRow> {
  const entities = new Map(entity.map((row) => [row.key, row] as const));
  const rates = ratesOf(
    rate.map((row) => {
      const source = entities.get(row.sourceKey);
      return { ...row, sourceSlug: source?.slug ?? '', sourceName: source?.name ?? '' };
    }),
  );
  let key = 0;
  for (const { entityKey, type, door, claims } of claimsByDoor(claim, entities)) {
    for (const { counting, ...answers } of factsAtDoor(claims.map(claimOf).filter(isNumber), { type, door }, horizon)) {
      key += 1;
      yield { key, entityKey, type, door, ...figureOfFact(counting, rates, horizon), ...answers };
    }
  }
}

function isNumber({ quantity }: Claim): boolean {
  return quantity !== null;
}

interface Door {
  readonly type: EntityType;
  readonly door: string;
}

/** The claims that hold a number, by where a figure is found: at their subject, then what Investments spend, at the investor. */
function* claimsByDoor(
  claims: readonly ClaimRow[],
  entities: ReadonlyMap<number, EntityRow>,
): Generator<Door & { readonly entityKey: number; readonly claims: readonly ClaimRow[] }> {
  const spent = new Map<number, ClaimRow[]>();
  const own: ClaimRow[] = [];
  for (const claim of claims) {
    const [first] = own;
    // Claims come in the order of subject and property.
    if (first && (first.subjectKey !== claim.subjectKey || first.property !== claim.property)) {
      yield* doorOf(first.subjectKey, first.property, own.splice(0), entities);
    }
    if (claim.unit === null) continue;
    own.push(claim);
    if (claim.holderKey === claim.subjectKey || claim.property !== 'amount') continue;
    const others = spent.get(claim.holderKey);
    if (others === undefined) spent.set(claim.holderKey, [claim]);
    else others.push(claim);
  }
  const [last] = own;
  if (last) yield* doorOf(last.subjectKey, last.property, own, entities);
  for (const [investor, amounts] of spent) yield* doorOf(investor, 'capital-expenditure', amounts, entities);
}

function* doorOf(
  entityKey: number,
  door: string,
  claims: readonly ClaimRow[],
  entities: ReadonlyMap<number, EntityRow>,
): Generator<Door & { readonly entityKey: number; readonly claims: readonly ClaimRow[] }> {
  const type = entities.get(entityKey)?.type;
  if (type === undefined) return;
  // What is claimed of the links of an Investment or Shipment is none of its own figures; elsewhere the door shows it.
  const found = hasOwnPeriod(type) ? claims.filter(({ linkKey }) => linkKey === null) : claims;
  if (found.length > 0) yield { entityKey, type, door, claims: found };
}

/** Whether an entity is of one period, so that its figures are looked up without one. */
function hasOwnPeriod(type: EntityType): boolean {
  return type === 'Investment' || type === 'Shipment';
}

interface Answering
  extends Pick<FigureRow, 'answersPeriod' | 'answersPeriodDefinition' | 'answersLatest' | 'answersLatestDefinition'> {
  /** The claims of the fact that count, best first. */
  readonly counting: readonly [Claim, ...Claim[]];
}

/** The facts at one door that have claims which count, and which questions each of them answers. */
function factsAtDoor(claims: readonly Claim[], { type, door }: Door, horizon: string): readonly Answering[] {
  if (!isProperty(door) || claims.some(({ property }) => property !== claimedProperty(door))) return [];
  const lens = defaultLens(horizon);
  const counting = countingClaims(seenClaims(lens, horizon, claims));
  const definitions = definitionsOf(door);
  const asked = hasOwnPeriod(type) ? 'any' : 'latest';
  const chosen = (among: readonly Claim[], period: 'any' | 'latest') =>
    firstClaim(lens, horizon, among, { period, definitions })?.factKey;
  /** The facts that answer questions about some claims: without a definition, and with each. */
  const answering = (among: readonly Claim[], period: 'any' | 'latest') => ({
    plain: new Set([chosen(among, period)]),
    defined: new Set([...groups(among, ({ definition }) => definition)].map((some) => chosen(some, period))),
  });
  const latest = answering(
    counting.filter((claim) => isOfPeriod(claim, asked, lens.asOf)),
    asked,
  );
  const byPeriod = groups(counting, ({ periodFirst, periodLast }) => `${periodFirst}/${periodLast}`);
  return [...byPeriod].flatMap((ofPeriod) => {
    const period = answering(ofPeriod, 'any');
    return [...groups(ofPeriod, ({ factKey }) => factKey)].flatMap((ofFact) => {
      const [best, ...others] = ofFact;
      if (best === undefined) return [];
      const has = (facts: ReadonlySet<number | undefined>) => (facts.has(best.factKey) ? 1 : 0);
      return {
        // The compiler has put the claims of a fact in order, best first.
        counting: [best, ...others] as const,
        answersPeriod: has(period.plain),
        answersPeriodDefinition: has(period.defined),
        answersLatest: has(latest.plain),
        answersLatestDefinition: has(latest.defined),
      };
    });
  });
}

function groups<Value>(claims: readonly Claim[], of: (claim: Claim) => Value): Iterable<readonly Claim[]> {
  const byValue = new Map<Value, Claim[]>();
  for (const claim of claims) {
    const others = byValue.get(of(claim));
    if (others === undefined) byValue.set(of(claim), [claim]);
    else others.push(claim);
  }
  return byValue.values();
}
