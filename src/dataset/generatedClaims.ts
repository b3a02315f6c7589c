import type { randomly } from './randomly.ts';

/** A source of numbers that look random. */
export type Chance = ReturnType<typeof randomly>;

/** A claim as a record says it. */
export type GeneratedClaim = Readonly<Record<string, string>>;

/** Makes claims, so many and no more. */
export interface ClaimMaker {
  left(): number;
  /** What one source says, without the value; none where no claim is left. */
  one(): readonly GeneratedClaim[];
  /** The claims about one fact, as one or several sources give it. `id` tells it from other facts. */
  fact(id: string, value: GeneratedValue, when: GeneratedClaim): readonly GeneratedClaim[];
}

/** A value as each source writes it anew: one near it, rounded as it likes. */
export type GeneratedValue = (chance: Chance) => string;

/** Makes claims from so many sources. */
export function generatedClaims(claims: number, sources: number, chance: Chance): ClaimMaker {
  let left = claims;
  const source = (number: number) => `made-up-paper-${number % sources}`;

  function one(): readonly GeneratedClaim[] {
    if (left === 0) return [];
    left -= 1;
    return [{ source: source(chance.below(sources)) }];
  }

  function fact(id: string, value: GeneratedValue, when: GeneratedClaim): readonly GeneratedClaim[] {
    const drawn = chance.number();
    const wanted = drawn < 0.6 ? 1 : drawn < 0.85 ? 2 : drawn < 0.96 ? 3 : 6;
    const isRestated = wanted > 1 && chance.below(4) === 0;
    const firstSource = chance.below(sources);
    const made: GeneratedClaim[] = [];
    for (let place = 0; place < wanted && left > 0; place++) {
      left -= 1;
      made.push({
        stated: value(chance),
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

  return { left: () => left, one, fact };
}

/** An amount of so many millions. */
export function money(millions: number, currency: string): GeneratedValue {
  return (chance) => {
    const near = millions * (0.9 + chance.number() * 0.2);
    const form = chance.below(10);
    if (form === 0) return `about ${Math.ceil(near)}m ${currency}`;
    if (form === 1) return `>${Math.ceil(near)}m ${currency}`;
    if (form === 2) return `${Math.ceil(near * 1e6)} ${currency}`;
    return `${near.toFixed(1)}m ${currency}`;
  };
}

/** A number of things. */
export function count(things: number): GeneratedValue {
  return (chance) => {
    const near = Math.ceil(things * (0.8 + chance.number() * 0.4));
    const form = chance.below(6);
    if (form === 0) return `about ${near} count`;
    if (form === 1) return `${near}..${Math.ceil(near * 1.3)} count`;
    return `${near} count`;
  };
}
