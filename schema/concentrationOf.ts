import { type Concentration, concentration, type NamedShare } from '../src/metrics/concentration.ts';
import { notKnown } from '../src/metrics/metric.ts';
import { definitionsOf } from '../src/quantity/door.ts';
import type { Warning } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import { sortValue } from '../src/quantity/sortValue.ts';
import { chooseFacts } from '../src/store/chooseFacts.ts';
import { type ClaimedFact, claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor, entitiesNamedAtDoor, entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { definitionArgument } from './definitions.ts';
import type { DocumentationShape } from './documentation.ts';
import { linkFigure } from './linkFigure.ts';
import { isTentative } from './linkState.ts';
import { dayOf } from './links.ts';
import { membersOf, referenceTo } from './members.ts';
import { detailOf, periodArgument } from './period.ts';
import type { ShareShape } from './share.ts';

/** Shares of a whole, and the view they were asked through. */
export interface ConcentrationShape extends Concentration {
  readonly view: View;
  /** Of shares that are counted from links. */
  readonly documentation?: DocumentationShape;
  readonly period: Period | null;
  readonly shares: readonly HeldShare[];
}

/** A share of which the holder is at hand. */
export interface HeldShare extends ShareShape {
  readonly holder: Seen<EntityRow>;
}

/** The shares of a market in a period, or in the latest by the lens; null where none is known. */
export function concentrationOfMarket(
  market: Seen<EntityRow>,
  asked: { readonly period?: string | null | undefined; readonly definition?: string | null | undefined },
): Read<ConcentrationShape | null> {
  const property = 'market-share';
  return whenRead(claimsAtDoor(market, property), (claims) =>
    whenRead(entitiesNamedAtDoor(market, property), (named) => {
      const { facts, tentative, forecasts } = chooseFacts(market.view, claims, {
        property,
        period: asked.period == null ? 'latest' : periodArgument(asked.period, market, 'period'),
        definition: definitionArgument(property, asked.definition),
        definitions: definitionsOf(property),
        has: ({ quantity }) => quantity !== null,
      });
      const holderOf = ({ counting: [{ entityKey }] }: ClaimedFact) => named.get(entityKey ?? -1);
      const shares = facts.flatMap((fact) => {
        const [holder, share] = [holderOf(fact), claimedFigure(fact)];
        return holder && share ? [{ view: market.view, holder, share, since: null }] : [];
      });
      const warnings = [
        ...tentative.flatMap((fact) => leftOut(holderOf(fact), weak)),
        ...forecasts.flatMap((fact) => leftOut(holderOf(fact), forecast)),
      ];
      return concentrationOf(market.view, shares, facts[0]?.counting[0].period ?? null, warnings);
    }),
  );
}

/** Who holds the shares of a company on the day of the lens; null where no holder is known. */
export function shareholdersOf(company: Seen<EntityRow>): Read<ConcentrationShape | null> {
  const { view } = company;
  const list = { ends: 'to', during: dayOf(view) } as const;
  const page = { limit: mostHolders, backward: false, cursor: null };
  const links = view.links(company, { list, where: { kinds: ['owns-stake', 'parent-of'] }, order: [], page });
  return whenRead(links, ({ rows }) =>
    whenRead(whenAllRead(rows.map((link) => holdingOf(company, link))), (holdings) => {
      const known = holdings.filter((holding) => holding !== null);
      const strong = known.filter(({ isWeak }) => !isWeak || view.lens.includeTentative);
      const warnings = known.filter((one) => !strong.includes(one)).flatMap(({ holder }) => leftOut(holder, weak));
      return concentrationOf(view, oneEach(strong), dayOf(view), warnings);
    }),
  );
}

/** Of how many holders links are read. */
const mostHolders = 1_000;

interface Holding extends HeldShare {
  readonly isWeak: boolean;
}

function holdingOf(company: Seen<EntityRow>, link: Seen<LinkRow>): Read<Holding | null> {
  return whenRead(
    entityAt(link, 'from', (row) => row.fromKey),
    (holder) =>
      whenRead(isTentative(link), (isLinkWeak) =>
        whenRead(linkFigure(link, 'equity-share'), (stated) => {
          if (holder === null) return null;
          const { view } = link;
          const why = `what share of ${company.row.name} ${holder.row.name} holds is not known`;
          const share =
            stated ?? notKnown({ metric: 'share', formula: 'as stated', unit: 'percent', code: 'input-unknown', why });
          return { view, holder, share, since: link.row.start, isWeak: stated?.tentative ?? isLinkWeak };
        }),
      ),
  );
}

/** Who controls a company may hold a stake by another link too: the one that states the share is taken. */
function oneEach(holdings: readonly Holding[]): readonly Holding[] {
  const byHolder = new Map<number, Holding>();
  for (const holding of holdings) {
    const { key } = holding.holder.row;
    const other = byHolder.get(key);
    if (other === undefined || isUnknown(other.share.quantity)) byHolder.set(key, holding);
  }
  return [...byHolder.values()];
}

/** A share, and who is meant by its holder. */
interface Held {
  readonly share: HeldShare;
  /** Empty but for a group. */
  readonly members: readonly Seen<EntityRow>[];
}

export function concentrationOf(
  view: View,
  shares: readonly HeldShare[],
  period: Period | null,
  warnings: readonly Warning[],
): Read<ConcentrationShape | null> {
  if (shares.length === 0) return null;
  const held = shares.map((share) =>
    whenRead(share.holder.row.type === 'Group' ? membersOf(share.holder) : [], (members): Held => ({ share, members })),
  );
  return whenRead(whenAllRead(held), (all) => {
    const keys = new Set(shares.map(({ holder }) => holder.row.key));
    const isDoubled = ({ members }: Held) => members.some(({ row }) => keys.has(row.key));
    const counted = all.filter((one) => !isDoubled(one)).sort((a, b) => compareShares(a.share, b.share));
    const doubled = all
      .filter(isDoubled)
      .flatMap(({ share }) => leftOut(share.holder, 'the shares of its members are counted'));
    return {
      view,
      period,
      shares: counted.map(({ share }) => share),
      ...concentration(counted.map(namedShare), period, [...warnings, ...doubled]),
    };
  });
}

function namedShare({ share: { holder, share }, members }: Held): NamedShare {
  const isGroup = holder.row.type === 'Group';
  const isOpen = isGroup && (detailOf(holder).closed === false || members.length === 0);
  return { holder: referenceTo(holder), figure: share, among: isOpen ? null : isGroup ? members.length : 1 };
}

/** The largest first, unknown ones last, of equal ones by id. */
function compareShares(a: HeldShare, b: HeldShare): number {
  const [left, right] = [sortValue(a.share.quantity), sortValue(b.share.quantity)];
  if (left === null || right === null) return Number(left === null) - Number(right === null) || byKey(a, b);
  return right.comparedTo(left) || byKey(a, b);
}

function byKey(a: HeldShare, b: HeldShare): number {
  return a.holder.row.key - b.holder.row.key;
}

export const weak = 'it rests on a claim of weak confidence. A lens with includeTentative takes it in';
const forecast = 'it is a forecast, unlike those that are counted';

export function leftOut(holder: Seen<EntityRow> | undefined, why: string): readonly Warning[] {
  if (holder === undefined) return [];
  const code = why === weak ? 'low-confidence' : 'overlap-left-out';
  return [{ code, message: `The share of ${holder.row.name} is left out: ${why}.`, entities: [referenceTo(holder)] }];
}
