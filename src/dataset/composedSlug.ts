/**
 * The slug of an investment or shipment that gives none: who takes part, what it is, and the period.
 * `alibaba`, `capital-expenditure` and `2024-H1` give `alibaba-capital-expenditure-2024-h1`.
 */
export function composedSlug(parts: readonly string[], period: string | null): string {
  const slugs = parts.map((part) => part.slice(part.indexOf(':') + 1));
  return [...slugs, ...(period === null ? [] : [periodSlug(period)])].join('-');
}

/** `2024-08-26/..` gives `from-2024-08-26`, `../2024` gives `until-2024`, `2025/2027` gives `2025-to-2027`. */
function periodSlug(period: string): string {
  const [first = '', last] = period.trim().toLowerCase().split('/');
  if (last === undefined) return first;
  if (last === '..') return first === '..' ? 'all-time' : `from-${first}`;
  return first === '..' ? `until-${last}` : `${first}-to-${last}`;
}
