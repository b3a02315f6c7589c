import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JoinedTexts } from '../../src/search/joinedTexts.ts';

test('finds the texts that hold another, as looking into each does', () => {
  // Names of marks alone keep them, line breaks too.
  const unit = fc.constantFrom('a', '-', '腾', '*', '\n');
  const text = fc.string({ unit, maxLength: 6 });
  const part = fc.string({ unit, minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), part, (texts, wanted) => {
      const places = texts.flatMap((one, place) => (one.includes(wanted) ? [place] : []));
      expect([...new JoinedTexts(texts).holding(wanted)]).toEqual(places);
    }),
  );
});
