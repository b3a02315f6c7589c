import { type Chance, type ClaimMaker, money } from './generatedClaims.ts';
import { firmName, kindOf, personName } from './generatedNames.ts';
import { chipRecords } from './generatedShipments.ts';
import { type FactRecord, generatedPlaces, generatedYears, partnersOf } from './generatedWorld.ts';

const roles = ['chief executive', 'chairman', 'chief financial officer'];
const dealings = ['sells-to', 'partners-with', 'supplies', 'invests-in', 'rents-compute-from', 'foundry-for'];

/** One firm: what it is, earns, spends, makes and sells, who leads it, and whom it deals with among those before it. */
export function* firmRecords(firm: number, made: ClaimMaker, chance: Chance): Generator<FactRecord> {
  const { name, slug, chinese } = firmName(firm);
  const land = chance.below(generatedPlaces);
  const size = 10 ** (chance.number() * 3 + 1);
  const currency = chance.below(3) === 0 ? 'CNY' : 'USD';
  const known = generatedYears.slice(chance.below(generatedYears.length - 1));
  const revenue = known.flatMap((period) =>
    made.fact(`${slug}-revenue-${period}`, money(size, currency), { period, definition: 'total' }),
  );
  const cash = known.flatMap((year) =>
    made.fact(`${slug}-cash-${year}`, money(size / 3, currency), { asOf: `${year}-12-31` }),
  );
  const partners = partnersOf(firm, chance.below(8), chance);
  const links = partners.flatMap((to) => made.one().map((claim) => dealing(to, claim, chance)));
  yield [
    `companies/${slug}`,
    {
      name,
      aliases: [chinese],
      description: `Made up: a ${kindOf(firm).replace('-', ' ')} of made-up land ${land}.`,
      kinds: [kindOf(firm)],
      home: `made-up-land-${land}`,
      claims: present({ revenue, cash }),
      links,
    },
  ];
  yield* headOf(firm, made);
  yield* investmentsOf(firm, { size, currency, known, partners }, made, chance);
  if (firm % 5 === 1) yield* chipRecords(firm, made, chance);
}

function dealing(to: string, claim: object, chance: Chance): object {
  const start = chance.below(3) === 0 ? {} : { start: String(2015 + chance.below(8)) };
  const end = chance.below(12) === 0 ? { end: String(2023 + chance.below(3)) } : {};
  return { kind: dealings[chance.below(dealings.length)], to, ...start, ...end, ...claim };
}

function* headOf(firm: number, made: ClaimMaker): Generator<FactRecord> {
  const head = personName(firm);
  const { slug } = firmName(firm);
  const links = made
    .one()
    .map((claim) => ({ kind: 'leads', to: slug, role: roles[firm % roles.length], start: '2019', ...claim }));
  if (links.length > 0) yield [`people/${head.slug}`, { name: head.name, links }];
}

/** What a firm spends in each year, and what it puts into others. */
function* investmentsOf(
  firm: number,
  of: {
    readonly size: number;
    readonly currency: string;
    readonly known: readonly string[];
    readonly partners: readonly string[];
  },
  made: ClaimMaker,
  chance: Chance,
): Generator<FactRecord> {
  const { slug } = firmName(firm);
  const spent = of.known.flatMap((period) => {
    const amount = made.fact(`${slug}-spent-${period}`, money(of.size / 5, of.currency), {});
    const growth =
      chance.below(3) === 0 ? made.one().map((claim) => ({ stated: `${chance.below(120) - 20} %`, ...claim })) : [];
    return amount.length === 0 ? [] : [{ kind: 'capital-expenditure', period, claims: present({ amount, growth }) }];
  });
  const stakes = of.partners.slice(0, chance.below(3)).flatMap((target, place) => {
    const closed = `${generatedYears[chance.below(generatedYears.length)]}-0${1 + place}`;
    const amount = made.fact(`${slug}-stake-${target}`, money(of.size / 20, of.currency), {});
    return amount.length === 0 ? [] : [{ kind: 'stake', target, closed, claims: { amount } }];
  });
  const all = [...spent, ...stakes];
  if (all.length > 0) yield [`investments/${slug}`, all];
}

/** What has claims. */
function present(claims: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(claims).filter(([, list]) => list.length > 0));
}
