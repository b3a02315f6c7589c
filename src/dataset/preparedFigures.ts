import { claimedProperty, definitionsOf, isProperty } from '../quantity/door.ts';
import { firstClaim, isOfPeriod } from '../store/chooseFact.ts';
import { type Claim, claimOf } from '../store/claim.ts';
import { countingClaims, seenClaims } from '../store/counting.ts';
import type { FigureRow } from '../store/figureRow.ts';
import { defaultLens } from '../store/lens.ts';
import type { Rates } from '../store/rates.ts';
import type { ClaimRow, EntityRow, EntityType } from '../store/tables.ts';
import { figureOfFact } from './figureOfFact.ts';

/** Prepares the figures that the default View answers. Subjects come in the order of their global ids. */
export class PreparedFigures {
  readonly #entityOf: (key: number) => Kinded | undefined;
  readonly #rates: Rates;
  readonly #horizon: string;
  /** What Investments of one investor spend, by the investor: it is found there too, as capital expenditure. */
  readonly #spent = new Map<number, ClaimRow[]>();
  #last = 0;

  constructor(entityOf: (key: number) => Kinded | undefined, rates: Rates, horizon: string) {
    this.#entityOf = entityOf;
    this.#rates = rates;
    this.#horizon = horizon;
  }

  /** The figures of an entity, from the rows of all that is claimed of it. */
  *ofSubject(key: number, claims: readonly ClaimRow[]): Generator<FigureRow> {
    const entity = this.#entityOf(key);
    if (entity === undefined) return;
    // All Investments have gone by: what they spend need not be held any longer.
    if (entity.type > 'Investment') yield* this.ofInvestors();
    let own: ClaimRow[] = [];
    for (const claim of claims) {
      if (claim.unit === null) continue;
      // Claims come in the order of their properties.
      if (own[0] !== undefined && own[0].property !== claim.property) {
        yield* this.#at(entity, key, own[0].property, own);
        own = [];
      }
      own.push(claim);
      if (claim.holderKey !== claim.subjectKey && claim.property === 'amount') this.#spend(claim);
    }
    if (own[0] !== undefined) yield* this.#at(entity, key, own[0].property, own);
  }

  /** The capital expenditure of investors, once the figures of all Investments are prepared. */
  *ofInvestors(): Generator<FigureRow> {
    for (const [investor, amounts] of this.#spent) {
      const entity = this.#entityOf(investor);
      if (entity !== undefined) yield* this.#at(entity, investor, 'capital-expenditure', amounts);
    }
    this.#spent.clear();
  }

  #spend(claim: ClaimRow): void {
    const others = this.#spent.get(claim.holderKey);
    if (others === undefined) this.#spent.set(claim.holderKey, [claim]);
    else others.push(claim);
  }

  *#at(entity: Kinded, entityKey: number, door: string, rows: readonly ClaimRow[]): Generator<FigureRow> {
    const { type, kindsJson } = entity;
    // What is claimed of the links of an Investment or Shipment is none of its own figures; elsewhere the door shows it.
    const found = hasOwnPeriod(type) ? rows.filter(({ linkKey }) => linkKey === null) : rows;
    const claims = found.map(claimOf).filter(({ quantity }) => quantity !== null);
    for (const { counting, ...answers } of factsAtDoor(claims, { type, door }, this.#horizon)) {
      this.#last += 1;
      const prepared = figureOfFact(counting, this.#rates, this.#horizon);
      yield { key: this.#last, entityKey, type, kindsJson, door, ...prepared, ...answers };
    }
  }
}

/** What tells how the figures of an entity are looked for. */
export type Kinded = Pick<EntityRow, 'type' | 'kindsJson'>;

interface Door {
  readonly type: EntityType;
  readonly door: string;
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
