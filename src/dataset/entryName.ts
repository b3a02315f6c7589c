import type { ReferenceRole } from '../store/tables.ts';
import type { Draft } from './draft.ts';

/**
 * The name of an investment or shipment that gives none: `Alibaba, capital expenditure 2024-H1`, or `Nvidia H20 to
 * Chinese tech firms, 2024-08-26/..`.
 */
export function entryName({ type, kinds, when, slug }: Draft, references: readonly Named[]): string {
  const names = (role: ReferenceRole) =>
    references.filter((one) => one.role === role).map(({ to }) => to.name ?? to.slug);
  const period = when === null ? [] : [when.text];
  if (type === 'Investment') {
    const kind = [kinds[0]?.replaceAll('-', ' ') ?? '', ...period].join(' ');
    return [joined(names('investor')), kind, ...names('target'), ...names('place')]
      .filter((part) => part !== '')
      .join(', ');
  }
  const goods = joined(names('processor')) || joined(names('goods')) || joined(names('seller')) || slug;
  const buyers = joined(names('buyer'));
  return [buyers === '' ? goods : `${goods} to ${buyers}`, ...period].join(', ');
}

interface Named {
  readonly role: ReferenceRole;
  readonly to: Draft;
}

/** `Alphabet, Amazon and Meta`. */
function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
