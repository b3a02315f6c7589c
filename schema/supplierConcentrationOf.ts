import { shareOfLinks } from '../src/metrics/shareOfLinks.ts';
import type { Warning } from '../src/quantity/figure.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type ConcentrationShape, concentrationOf, type HeldShare, leftOut, weak } from './concentrationOf.ts';
import { enumOf } from './enumOf.ts';
import { evidenceOfLink, isTentative } from './linkState.ts';
import { dayOf } from './links.ts';
import type { LinkedTo } from './linksOn.ts';
import { referenceTo } from './members.ts';
import { dependenceKinds, suppliersOf } from './suppliers.ts';

const supplierKeys = {
  firm: 'By firm.',
  place: "By the country of the firm's headquarters.",
};

/** What suppliers are added up by. */
export type SupplierKeyId = keyof typeof supplierKeys;

export const SupplierKey = enumOf('SupplierKey', 'How suppliers are added up.', supplierKeys);

/** The kinds of link that count as supply where nothing is said. */
const standardKinds: readonly LinkKindId[] = ['supplies', 'foundry-for'];

/** A link of supply, with whom it is added to; null where the home of the supplier is not known. */
interface Supply extends LinkedTo {
  readonly isTentative: boolean;
  readonly holder: Seen<EntityRow> | null;
}

/** How the suppliers of a company on the day of the lens are concentrated; null where none is documented. */
export function supplierConcentrationOf(
  company: Seen<EntityRow>,
  by: SupplierKeyId,
  kinds: readonly LinkKindId[] | null,
): Read<ConcentrationShape | null> {
  const { view } = company;
  const dependence = {
    kinds: dependenceKinds(kinds ?? standardKinds, 'kinds'),
    during: dayOf(view),
    evidence: null,
  };
  return whenRead(suppliersOf(company, dependence), (links) =>
    whenRead(whenAllRead(links.map((link) => supplyOf(link, by))), (supplies) => {
      const counted = supplies.filter((supply) => !supply.isTentative || view.lens.includeTentative);
      const warnings = [
        ...supplies.filter((one) => !counted.includes(one)).flatMap(({ other }) => leftOut(other, weak)),
        ...counted.flatMap(homeUnknown),
      ];
      const found = concentrationOf(view, sharesOf(counted), dayOf(view), warnings);
      const documentation = {
        linkCount: links.length,
        entityCount: new Set([company, ...links.map(({ other }) => other)].map(({ row }) => row.key)).size,
        undocumentedCount: 0,
      };
      // Counted, where one less the shares would be off by what a third is rounded by.
      const rest = shareOfLinks({
        some: countedLinks(counted.filter(({ holder }) => holder === null)),
        all: countedLinks(counted),
        period: dayOf(view),
        warnings,
      });
      return whenRead(found, (concentration) => concentration && { ...concentration, rest, documentation });
    }),
  );
}

function supplyOf(link: LinkedTo, by: SupplierKeyId): Read<Supply> {
  return whenRead(isTentative(link.link), (isWeak) =>
    whenRead(by === 'firm' ? link.other : referenceOf(link.other, 'home'), (holder) => ({
      ...link,
      isTentative: isWeak,
      holder,
    })),
  );
}

function sharesOf(supplies: readonly Supply[]): readonly HeldShare[] {
  const byHolder = new Map<number, { readonly holder: Seen<EntityRow>; readonly links: Supply[] }>();
  for (const supply of supplies) {
    if (supply.holder === null) continue;
    const { key } = supply.holder.row;
    const known = byHolder.get(key);
    if (known === undefined) byHolder.set(key, { holder: supply.holder, links: [supply] });
    else known.links.push(supply);
  }
  return [...byHolder.values()].map(({ holder, links }) => ({
    view: holder.view,
    holder,
    since: null,
    share: shareOfLinks({ some: countedLinks(links), all: countedLinks(supplies), period: dayOf(holder.view) }),
  }));
}

function countedLinks(supplies: readonly Supply[]) {
  return {
    count: supplies.length,
    evidence: [...new Set(supplies.map(({ link }) => evidenceOfLink(link)))],
    tentative: supplies.some((supply) => supply.isTentative),
  };
}

function homeUnknown({ holder, other }: Supply): readonly Warning[] {
  if (holder !== null) return [];
  const message = `The home of ${other.row.name} is not known: it is in the rest.`;
  return [{ code: 'unknown-left-out', message, entities: [referenceTo(other)] }];
}
