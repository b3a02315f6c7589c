import type { Chance } from './generatedClaims.ts';
import { firmName } from './generatedNames.ts';

/** A record: the path of a file of facts without its ending, and what it says. */
export type FactRecord = readonly [path: string, content: unknown];

/** The years that facts are about. */
export const generatedYears = ['2019', '2020', '2021', '2022', '2023', '2024', '2025'];

/** How many countries there are. */
export const generatedPlaces = 40;

/** Up to so many of the firms before it. The first firms deal with nearly everybody: the square makes hubs. */
export function partnersOf(firm: number, most: number, chance: Chance): readonly string[] {
  const drawn = Array.from({ length: firm === 0 ? 0 : most }, () => Math.floor(chance.number() ** 2 * firm));
  return [...new Set(drawn)].map((number) => firmName(number).slug);
}
