import { generatedClaims } from './generatedClaims.ts';
import { randomly } from './randomly.ts';

/** What is generated: so many claims, the same for the same seed on every machine. */
export interface Generated {
  readonly claims: number;
  readonly seed: number;
}

/** A record: the path of a file of facts without its ending, and what it says. */
export type FactRecord = readonly [path: string, content: unknown];

const horizon = '2026-11-25';
const years = ['2019', '2020', '2021', '2022', '2023', '2024', '2025'];
const kinds = ['internet', 'chip-designer', 'cloud', 'model-firm', 'foundry'];
const roles = ['chief executive', 'chairman', 'chief financial officer'];

/**
 * Facts of firms that do not exist, in the shapes and degrees of those in data/: most facts have one claim and a few
 * have several that disagree or were restated, most firms have few links and a few have very many.
 */
export function* generatedRecords({ claims, seed }: Generated): Generator<FactRecord> {
  const chance = randomly(seed);
  const sources = Math.max(8, Math.ceil(claims / 250));
  yield ['revision', { horizon }];
  for (let i = 0; i < places; i++) yield [`places/made-up-land-${i}`, { name: `Made-up land ${i}`, kind: 'country' }];
  for (let i = 0; i < sources; i++) {
    const published = `20${19 + (i % 7)}-${String(1 + (i % 12)).padStart(2, '0')}-1${i % 10}`;
    yield [`sources/made-up-paper-${i}`, { name: `Made-up paper ${i}`, publisher: `Publisher ${i % 97}`, published }];
  }
  const made = generatedClaims(claims, sources, chance);
  for (let firm = 0; made.left() > 0; firm++) yield* storyOf(firm, made, chance);
}

const places = 40;

/** One firm: what it is, earns, spends, makes and sells, who leads it, and whom it deals with among those before it. */
function* storyOf(
  firm: number,
  made: ReturnType<typeof generatedClaims>,
  chance: ReturnType<typeof randomly>,
): Generator<FactRecord> {
  const slug = nameOf(firm);
  const size = 10 ** (chance.number() * 3 + 1);
  const known = years.slice(chance.below(years.length - 1));
  const revenue = known.flatMap((period) =>
    made.fact(`${slug}-revenue-${period}`, size, { period, definition: 'total' }),
  );
  const cash = known.flatMap((year) => made.fact(`${slug}-cash-${year}`, size / 3, { asOf: `${year}-12-31` }));
  // The first firms deal with nearly everybody: the square makes hubs.
  const partners = new Set(
    Array.from({ length: chance.below(8) }, () => nameOf(Math.floor(chance.number() ** 2 * firm))).filter(
      (one) => one !== slug,
    ),
  );
  const links = [...partners].flatMap((to) =>
    made.one().map((claim) => ({ kind: chance.below(2) ? 'sells-to' : 'partners-with', to, ...claim })),
  );
  yield [
    `companies/${slug}`,
    {
      name: `Made-up firm ${firm}`,
      aliases: [`虚构公司 ${firm}`, `MUF${firm}`],
      kinds: [kinds[firm % kinds.length]],
      home: `made-up-land-${chance.below(places)}`,
      claims: present({ revenue, cash }),
      links,
    },
  ];

  const leads = made
    .one()
    .map((claim) => ({ kind: 'leads', to: slug, role: roles[firm % roles.length], start: '2019', ...claim }));
  if (leads.length > 0) yield [`people/made-up-head-${firm}`, { name: `Made-up head ${firm}`, links: leads }];

  const spent = known.flatMap((period) => {
    const amount = made.fact(`${slug}-spent-${period}`, size / 5, {});
    const growth =
      chance.below(3) === 0 ? made.one().map((claim) => ({ stated: `${chance.below(120) - 20} %`, ...claim })) : [];
    return amount.length === 0 ? [] : [{ kind: 'capital-expenditure', period, claims: present({ amount, growth }) }];
  });
  if (spent.length > 0) yield [`investments/${slug}`, spent];

  if (firm % 5 !== 1) return;
  const processor = `made-up-chip-${firm}`;
  yield [`processors/${processor}`, { name: `Made-up chip ${firm}`, kind: 'data-centre-gpu', maker: slug }];
  const shipped = [...partners].flatMap((buyer, place) => {
    const units = made.one().map((claim) => ({ stated: `about ${1 + chance.below(900)}k count`, ...claim }));
    const price = made.one().map((claim) => ({ stated: `${10 + place}000..${12 + place}000 USD`, ...claim }));
    const period = years[place % years.length];
    return units.length === 0
      ? []
      : [{ processor, buyers: [buyer], period, claims: present({ units, 'unit-price': price }) }];
  });
  if (shipped.length > 0) yield [`shipments/${slug}`, shipped];
}

function nameOf(firm: number): string {
  return `made-up-firm-${firm}`;
}

/** What has claims. */
function present(claims: Readonly<Record<string, readonly unknown[]>>): Record<string, readonly unknown[]> {
  return Object.fromEntries(Object.entries(claims).filter(([, list]) => list.length > 0));
}
