import { nameContradicts } from '../src/metrics/contradiction.ts';
import { foldName } from '../src/quantity/foldName.ts';
import type { SharedName } from '../src/store/sharedNames.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { Discrepancy, Suspects } from './discrepancies.ts';

/** Names that several entities of one kind bear, each once: it is the matter of the first of them. */
export function sharedNames({ view, parent, where }: Suspects): Read<readonly Discrepancy[]> {
  return whenRead(view.sharedNames(parent, where), (names) => {
    const each = new Map(names.map((name) => [`${name.type} ${name.name}`, name]));
    const keys = new Set([...each.values()].flatMap(({ bearers }) => bearers));
    return whenRead(view.revision.entities([...keys]), (byKey) =>
      [...each.values()].flatMap((name, place) => {
        const [subject, ...others] = name.bearers.flatMap((key) => byKey.get(key) ?? []);
        return subject === undefined ? [] : [discrepancyOf(name, subject, others, place)];
      }),
    );
  });
}

function discrepancyOf(name: SharedName, subject: EntityRow, others: readonly EntityRow[], key: number): Discrepancy {
  const bearers = [subject, ...others];
  return {
    kind: 'name',
    subject,
    property: null,
    period: null,
    comparison: () => null,
    claims: [],
    link: null,
    others,
    text: () =>
      nameContradicts(
        writtenName(name, bearers),
        bearers.map((row) => `${row.name} (${row.slug})`),
      ),
    key,
  };
}

/** The name as one of its bearers writes it. */
function writtenName({ name }: SharedName, bearers: readonly EntityRow[]): string {
  // The compiler wrote the aliases in this form.
  const written = bearers.flatMap((row) => [row.name, ...(JSON.parse(row.aliasesJson) as string[])]);
  return written.find((one) => foldName(one) === name) ?? name;
}
