import { generatedClaims } from './generatedClaims.ts';
import { firmRecords } from './generatedFirm.ts';
import { type FactRecord, generatedPlaces, generatedYears } from './generatedWorld.ts';
import { randomly } from './randomly.ts';

/** What is generated: so many claims, the same for the same seed on every machine. */
export interface Generated {
  readonly claims: number;
  readonly seed: number;
}

const horizon = '2026-11-25';

/**
 * Facts of firms that do not exist, in the shapes and degrees of those in data/: most facts have one claim and a few
 * have several that disagree or were restated, most firms have few links and a few have very many. Of a million claims
 * there are tens of thousands of firms, and two hundred thousand shipments.
 */
export function* generatedRecords({ claims, seed }: Generated): Generator<FactRecord> {
  const chance = randomly(seed);
  const sources = Math.max(8, Math.ceil(claims / 250));
  yield ['revision', { horizon }];
  yield ['exchange-rates', { rates: rates() }];
  for (let i = 0; i < generatedPlaces; i++) {
    yield [`places/made-up-land-${i}`, { name: `Made-up land ${i}`, kind: 'country' }];
  }
  for (let i = 0; i < sources; i++) {
    const published = `20${19 + (i % 7)}-${String(1 + (i % 12)).padStart(2, '0')}-1${i % 10}`;
    yield [`sources/made-up-paper-${i}`, { name: `Made-up paper ${i}`, publisher: `Publisher ${i % 97}`, published }];
  }
  const made = generatedClaims(claims, sources, chance);
  for (let firm = 0; made.left() > 0; firm++) yield* firmRecords(firm, made, chance);
}

/** What a dollar cost in each year and quarter. */
function rates(): readonly unknown[] {
  return generatedYears.flatMap((year, place) =>
    ['', '-Q1', '-Q2', '-Q3', '-Q4'].map((part, step) => {
      const rate = (6.4 + place * 0.1 + step * 0.02).toFixed(4);
      return { currency: 'CNY', kind: 'mean', period: `${year}${part}`, rate, source: 'made-up-paper-0' };
    }),
  );
}
