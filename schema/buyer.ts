import { LRUCache } from 'lru-cache';
import { buyerOf } from '../src/controls/firm.ts';
import type { Buyer, Span } from '../src/controls/question.ts';
import { inUnit } from '../src/quantity/arithmetic.ts';
import { parseQuantity } from '../src/quantity/parse.ts';
import { unitFraction } from '../src/quantity/unit.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { affiliateListings } from './affiliateListings.ts';
import { builder } from './builder.ts';
import { asMeant } from './chipNumbers.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { firmOf } from './firmOf.ts';
import { parseGlobalId } from './globalId.ts';
import { placeArgument } from './placeArgument.ts';
import type { RulesInPlace } from './rulesOf.ts';

export const BuyerInput = builder.inputType('BuyerInput', {
  description: 'Who buys. Give a company, or suppose one.',
  fields: (t) => ({
    company: t.id({
      description:
        'Id or slug of a company, or of a group of them: its listings, headquarters, ultimate parent and listed owners count, from the links of that day.',
    }),
    headquarters: t.id({
      description: 'Suppose its headquarters, or those of its ultimate parent: id or slug of a place.',
    }),
    ownedByListed: t.field({
      type: 'Quantity',
      description:
        'Suppose the share that listed firms own of it, for example `50 %`, which is meant exactly; `40..60 %`.',
    }),
  }),
});

/** A buyer as a client writes it. */
export interface BuyerShape {
  readonly company?: string | null | undefined;
  readonly headquarters?: string | null | undefined;
  readonly ownedByListed?: string | null | undefined;
}

/** Buyers that are kept for each revision. */
const kept = new WeakMap<Revision, LRUCache<string, Buyer>>();

/** The buyer that a client names or supposes; null where it does neither. @throws the client's error */
export function buyerArgument(
  context: Context,
  view: View,
  shape: BuyerShape | null | undefined,
  inPlace: RulesInPlace,
): Read<Buyer | null> {
  if (shape == null) return null;
  const { company, headquarters, ownedByListed } = shape;
  const isSupposed = headquarters != null || ownedByListed != null;
  if (company != null && isSupposed) {
    throw clientError('BAD_ARGUMENT', 'Give buyer.company, or suppose a buyer by the other fields, not both.', 'buyer');
  }
  if (company == null && !isSupposed) {
    throw clientError(
      'BAD_ARGUMENT',
      'buyer is empty: give a company, or suppose headquarters or ownedByListed; leave it out for a buyer of the destination.',
      'buyer',
    );
  }
  if (company != null) {
    return remembered(view, JSON.stringify(company), () =>
      whenRead(companyArgument(context, view, company), (found) => buyerNamed(found, inPlace)),
    );
  }
  return remembered(view, JSON.stringify([headquarters, ownedByListed]), () =>
    supposedBuyer(context, view, shape, inPlace),
  );
}

/** A company as a buyer. The same company gives the same object, by which answers about it are kept. */
export function buyerNamed(company: Seen<EntityRow>, inPlace: RulesInPlace): Read<Buyer> {
  return remembered(company.view, `key ${company.row.key}`, () =>
    whenRead(affiliateListings(company.view, inPlace), (counts) =>
      whenRead(firmOf(company, inPlace), (firm) => buyerOf(company.row.slug, firm, counts)),
    ),
  );
}

function remembered({ revision, lensText }: View, name: string, read: () => Read<Buyer>): Read<Buyer> {
  const buyers = kept.get(revision) ?? new LRUCache<string, Buyer>({ max: 2_000 });
  kept.set(revision, buyers);
  const known = buyers.get(`${name} ${lensText}`);
  if (known !== undefined) return known;
  return whenRead(read(), (buyer) => {
    buyers.set(`${name} ${lensText}`, buyer);
    return buyer;
  });
}

function supposedBuyer(
  context: Context,
  view: View,
  { headquarters, ownedByListed }: BuyerShape,
  inPlace: RulesInPlace,
): Buyer {
  const always = { from: null, to: null };
  const home =
    headquarters == null ? null : placeArgument(context, view, headquarters, inPlace, 'buyer.headquarters').slug;
  return {
    company: null,
    headquarters: home === null ? [] : [{ ...always, location: inPlace.locationOf(home) }],
    listings: [],
    ownedByListed: ownedByListed == null ? [] : [{ ...always, share: shareArgument(ownedByListed) }],
  };
}

/** The company of an id or slug, or the group of one. @throws the client's error where there is none */
function companyArgument(context: Context, view: View, id: string): Read<Seen<EntityRow>> {
  const argument = 'buyer.company';
  const named = id.includes(':') ? parseGlobalId(context, id, argument) : { type: null, slug: id, view };
  if (named.type !== null && named.type !== 'Company' && named.type !== 'Group')
    throw clientError('BAD_ID', `"${id}" is a ${named.type}; ${argument} takes a Company or a Group.`, argument);
  const through = named.view.lensText === '' ? view : named.view;
  const groups = () => (named.type === 'Company' ? [] : through.named('Group', named.slug));
  const companies = named.type === 'Group' ? [] : through.named('Company', named.slug);
  return whenRead(companies, (found) =>
    whenRead(found.length > 0 ? found : groups(), ([first, another]) => {
      if (first === undefined) throw clientError('NOT_FOUND', `There is no company "${id.slice(0, 80)}".`, argument);
      if (another)
        throw clientError('AMBIGUOUS_NAME', `"${id.slice(0, 80)}" names several companies; write the slug.`, argument);
      return first;
    }),
  );
}

function shareArgument(text: string): Span {
  const argument = 'buyer.ownedByListed';
  const parsed = parseQuantity(text, { unit: 'ratio' });
  if ('problem' in parsed) throw clientError('BAD_QUANTITY', parsed.problem, argument);
  const quantity = asMeant(parsed);
  if (unitFraction(quantity.unit, 'ratio') === null)
    throw clientError('BAD_UNIT', `"${text}" is in ${quantity.unit}: a share is written as 50 % or 0.5.`, argument);
  const { low, high, lowOpen, highOpen } = inUnit(quantity, 'ratio');
  if (low?.lt(0) || high?.gt(1) || high?.lt(0) || low?.gt(1))
    throw clientError('BAD_QUANTITY', `"${text}" is no share: it lies between 0 and 100 %.`, argument);
  return { low, high, lowOpen, highOpen };
}
