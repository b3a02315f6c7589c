import type { randomly } from './randomly.ts';

/** A claim as a record says it. */
export type GeneratedClaim = Readonly<Record<string, string>>;

/** Makes so many claims and no more, from so many sources. */
export function generatedClaims(
  claims: number,
  sources: number,
  chance: ReturnType<typeof randomly>,
): {
  left(): number;
  /** What one source says, without the value; none where no claim is left. */
  one(): readonly GeneratedClaim[];
  /** The claims about one amount of money, in millions, as several sources give it. `id` tells it from other facts. */
  fact(id: string, millions: number, when: GeneratedClaim): readonly GeneratedClaim[];
} {
  let left = claims;
  const source = (number: number) => `made-up-paper-${number % sources}`;

  function one(): readonly GeneratedClaim[] {
    if (left === 0) return [];
    left -= 1;
    return [{ source: source(chance.below(sources)) }];
  }

  function fact(id: string, millions: number, when: GeneratedClaim): readonly GeneratedClaim[] {
    const drawn = chance.number();
    const wanted = drawn < 0.6 ? 1 : drawn < 0.85 ? 2 : drawn < 0.96 ? 3 : 6;
    const currency = chance.below(3) === 0 ? 'CNY' : 'USD';
    const isRestated = wanted > 1 && chance.below(4) === 0;
    const firstSource = chance.below(sources);
    const made: GeneratedClaim[] = [];
    for (let place = 0; place < wanted && left > 0; place++) {
      left -= 1;
      made.push({
        stated: amount(millions * (0.9 + chance.number() * 0.2), currency),
        ...when,
        // Another for each, so that no claim stands twice.
        source: source(firstSource + place),
        ...(chance.below(6) === 0 && { evidence: 'estimated' }),
        ...(chance.below(30) === 0 && { rank: 'tentative', reason: 'a rumour' }),
      });
    }
    const [first, second, ...others] = made;
    // A claim of its own date: what restates is later than what is restated.
    if (!isRestated || first === undefined || second === undefined) return made;
    return [
      { ...first, id: `${id}-first`, supersededBy: `${id}-later`, published: '2019-02-01' },
      { ...second, id: `${id}-later`, published: '2026-02-01' },
      ...others,
    ];
  }

  function amount(millions: number, currency: string): string {
    const form = chance.below(10);
    if (form === 0) return `about ${Math.ceil(millions)}m ${currency}`;
    if (form === 1) return `>${Math.ceil(millions)}m ${currency}`;
    if (form === 2) return `${Math.ceil(millions * 1e6)} ${currency}`;
    return `${millions.toFixed(1)}m ${currency}`;
  }

  return { left: () => left, one, fact };
}
