/**
 * Texts, flags, and lists and objects of them as a TypeScript literal, laid out as Biome lays it out at a width of 120,
 * so that generated modules pass the same checks as written ones. `column` is where the literal starts, `indent` the
 * indentation of its line, and `after` the number of signs that follow it on its last line.
 */
export function printLiteral(value: unknown, { indent = 0, column = 0, after = 1 } = {}): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return printList(value, indent, column, after);
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  return `{\n${entries.map(([key, item]) => printEntry(key, item, indent + 2)).join('')}${' '.repeat(indent)}}`;
}

function printList(items: readonly unknown[], indent: number, column: number, after: number): string {
  const inline = `[${items.map((item) => printLiteral(item)).join(', ')}]`;
  if (!inline.includes('\n') && column + inline.length + after <= width) return inline;
  const inner = indent + 2;
  const lines = items.map((item) => `${' '.repeat(inner)}${printLiteral(item, { indent: inner, column: inner })},\n`);
  return `[\n${lines.join('')}${' '.repeat(indent)}]`;
}

function printEntry(key: string, item: unknown, indent: number): string {
  const start = `${' '.repeat(indent)}${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}:`;
  const printed = printLiteral(item, { indent, column: start.length + 1 });
  const fits = start.length + 1 + printed.length + 1 <= width;
  const separator = typeof item !== 'string' || fits || key.length <= 2 ? ' ' : `\n${' '.repeat(indent + 2)}`;
  return `${start}${separator}${printed},\n`;
}

function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  const [single, double] = [escaped.split("'").length, escaped.split('"').length];
  return single > double ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped.replaceAll("'", "\\'")}'`;
}

const width = 120;
