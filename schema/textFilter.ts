import { foldName } from '../src/quantity/foldName.ts';
import type { TextWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { listed, withoutNull } from './filter.ts';

/** Conditions on a text, as a client writes them. */
export type TextShape = { readonly [Field in keyof TextWhere]: TextWhere[Field] | null };

export const TextFilter = builder.inputType('TextFilter', {
  description: 'Conditions on a text; all that are given must hold. Case, accents and punctuation do not matter.',
  fields: (t) => ({
    equals: t.string({ description: 'Is this text.' }),
    in: t.stringList({ description: 'Is one of these, at most 100.' }),
    contains: t.string({ description: 'Holds this text.' }),
    startsWith: t.string({ description: 'Begins with this text.' }),
    isUnknown: t.boolean({ description: 'True: there is none. False: there is one.' }),
  }),
});

/** What conditions on a text mean. @throws the client's error for null and for lists that are too long */
export function textWhere(text: TextShape): TextWhere {
  const { equals, contains, startsWith, in: among, isUnknown } = withoutNull(text);
  if (among) listed(among, 'in');
  return {
    ...(equals !== undefined && { equals }),
    ...(among !== undefined && { in: among }),
    ...(contains !== undefined && { contains }),
    ...(startsWith !== undefined && { startsWith }),
    ...(isUnknown !== undefined && { isUnknown }),
  };
}

/** Whether a text that is there meets all conditions. */
export function textMeets(text: string, { equals, in: among, contains, startsWith, isUnknown }: TextWhere): boolean {
  const folded = foldName(text);
  return (
    (equals === undefined || folded === foldName(equals)) &&
    (among === undefined || among.some((one) => folded === foldName(one))) &&
    (contains === undefined || folded.includes(foldName(contains))) &&
    (startsWith === undefined || folded.startsWith(foldName(startsWith))) &&
    isUnknown !== true
  );
}
