/** The order of texts by their code units: the same on every machine, whatever its language; byte order for ids. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
