/** What keys mean, each with the rows that have it: `Investment, Product: the status.` */
export function withRows<Key extends string>(
  means: Record<Key, string>,
  rows: readonly (readonly [name: string, keys: readonly string[]])[],
): Readonly<Record<Key, string>> {
  const described = { ...means };
  for (const key in means) {
    const having = rows.flatMap(([name, keys]) => (keys.includes(key) ? [name] : []));
    described[key] = `${having.length === rows.length ? 'All rows' : having.join(', ')}: ${means[key]}.`;
  }
  return described;
}
