import { type LinkKindDeclaration, type LinkKindId, linkKinds } from './vocabulary.ts';

/** The kinds of link by which one end depends on the other, by the end that does. */
export const dependentEnds: Readonly<Record<'from' | 'to', readonly LinkKindId[]>> = {
  from: kindsOf('from'),
  to: kindsOf('to'),
};

function kindsOf(end: 'from' | 'to'): readonly LinkKindId[] {
  // The keys of the declarations are the ids of the kinds.
  const declared = Object.entries(linkKinds) as [LinkKindId, LinkKindDeclaration][];
  return declared.flatMap(([kind, { dependent }]) => (dependent === end ? [kind] : []));
}
