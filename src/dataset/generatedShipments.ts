import { type Chance, type ClaimMaker, count } from './generatedClaims.ts';
import { firmName } from './generatedNames.ts';
import { type FactRecord, generatedYears, partnersOf } from './generatedWorld.ts';

const quarters = generatedYears.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));

/** The processors of a firm, and what it shipped of each to whom in which quarters. */
export function* chipRecords(firm: number, made: ClaimMaker, chance: Chance): Generator<FactRecord> {
  const { short, slug } = firmName(firm);
  const shipments: object[] = [];
  const processors = 1 + chance.below(3);
  for (let generation = 1; generation <= processors; generation++) {
    const processor = `${short.toLowerCase()}-k${generation}00`;
    yield [
      `processors/${processor}`,
      {
        name: `${short} K${generation}00`,
        kind: 'data-centre-gpu',
        maker: slug,
        ...predecessor(processor, generation),
      },
    ];
    for (const buyer of partnersOf(firm, 2 + chance.below(5), chance)) {
      const from = chance.below(quarters.length - 8);
      const periods = quarters.slice(from, from + 2 + chance.below(7));
      // A few are told of once more, for the year: whoever adds them up counts them twice.
      if (chance.below(12) === 0) periods.push(quarters[from]?.slice(0, 4) ?? '');
      for (const period of periods) shipments.push(...shipment(processor, buyer, period, made, chance));
    }
  }
  if (shipments.length > 0) yield [`shipments/${slug}`, shipments];
}

function predecessor(processor: string, generation: number): object {
  return generation === 1 ? {} : { successorOf: processor.replace(/\d00$/, `${generation - 1}00`) };
}

function shipment(
  processor: string,
  buyer: string,
  period: string,
  made: ClaimMaker,
  chance: Chance,
): readonly object[] {
  const value = count(10 ** (1 + chance.number() * 4));
  const units =
    chance.below(6) === 0
      ? made.fact(`${processor}-${buyer}-${period.toLowerCase()}`, value, {})
      : made.one().map((claim) => ({ stated: value(chance), ...claim }));
  if (units.length === 0) return [];
  const price = chance.below(6) === 0 ? made.one() : [];
  const dollars = 5 + chance.below(30);
  const prices = price.map((claim) => ({ stated: `${dollars}000..${dollars + 2}000 USD`, ...claim }));
  return [
    { processor, buyers: [buyer], period, claims: { units, ...(prices.length > 0 && { 'unit-price': prices }) } },
  ];
}
