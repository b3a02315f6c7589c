import { inUnit } from '../quantity/arithmetic.ts';
import type { Figure, Input } from '../quantity/figure.ts';
import { isDerived } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { printQuantity } from '../quantity/print.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { comparison } from './comparison.ts';

// What contradicts what, in plain words with the numbers: for people who decide which of the two to believe.

/** What facts are about: `Nvidia B200, dense performance (fp4)`, and when. */
export interface Matter {
  readonly property: string;
  /** What else tells the fact apart: qualifiers, the definition. */
  readonly details: readonly string[];
  readonly subject: string;
  readonly period: Period | null;
}

/** One side of a contradiction: a figure, or another text, and who says so. */
export interface Side {
  readonly says: string;
  readonly sources: readonly string[];
}

/** Several claims of one fact that share no value; `left` and `right` are two of them as figures of one unit, if they are. */
export function claimsContradict(
  matter: Matter,
  sides: readonly Side[],
  figures: { readonly left: Figure; readonly right: Figure } | null,
): string {
  const said = listed(sides.map(({ says, sources }) => `${says} (${sources.join(', ')})`));
  return `${nameOf(matter)}: ${said} share no value${figures === null ? '' : `; ${gapBetween(figures.left, figures.right)}`}.`;
}

/** A stated whole and the sum of its parts. */
export function totalContradicts(matter: Matter, stated: Figure, sum: Figure): string {
  const parts = isDerived(sum.origin) ? sum.origin.inputs : [];
  const added = parts.map(termOf).join(' + ');
  const parted = parts.length > 1 ? `${added} = ${printed(sum)}` : added;
  return `${nameOf(matter)}: stated as ${printed(stated)}, but the parts are ${parted}; ${gapBetween(stated, sum)}.`;
}

/** A reported growth and the one that the two amounts give. */
export function growthContradicts(matter: Matter, base: string, reported: Figure, computed: Figure): string {
  const [current, earlier] = isDerived(computed.origin) ? computed.origin.inputs : [];
  const division = current && earlier ? `${printed(current.figure)} ÷ ${printed(earlier.figure)} − 1 = ` : '';
  const [said, found] = [reported, computed].map(({ quantity }) =>
    printQuantity(inUnit(quantity, 'ratio'), { as: 'growth' }),
  );
  return `${nameOf(matter)}: growth over ${base} is reported as ${said}, but the amounts give ${division}${found}.`;
}

/** A link, or a claim about one entity, that somebody denies; nobody is named where the denial itself is the claim. */
export function denialContradicts(what: string, sources: readonly string[], deniers: readonly string[]): string {
  const by = deniers.length === 0 ? 'is denied' : `is denied by ${listed(deniers)}`;
  return `${what} ${by}${sources.length === 0 ? '' : `, and claimed by ${listed(sources)}`}.`;
}

/** A name that several entities bear. */
export function nameContradicts(name: string, bearers: readonly string[]): string {
  return `“${name}” is a name of ${listed(bearers)}.`;
}

/** What facts are about, as a text begins. */
export function nameOf({ property, details, subject, period }: Matter): string {
  const what = `${property.replaceAll('-', ' ')}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
  return [subject, what, ...(period === null ? [] : [period.label])].join(', ');
}

/** `192 GB − 180 GB = 12 GB, +6.667 %`. */
function gapBetween(left: Figure, right: Figure): string {
  const { difference, relativeDifference } = comparison(left, right);
  if (difference === null || isUnknown(difference.quantity)) return `${printed(left)} against ${printed(right)}`;
  const relative =
    relativeDifference === null ? '' : `, ${printQuantity(relativeDifference.quantity, { as: 'growth' })}`;
  return `${printed(left)} − ${printed(right)} = ${printed(difference)}${relative}`;
}

function termOf({ name, figure }: Input): string {
  return `${name} ${printed(figure)}`;
}

function printed({ quantity }: Figure): string {
  return printQuantity(quantity);
}

function listed(items: readonly string[]): string {
  const [last = ''] = items.slice(-1);
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
