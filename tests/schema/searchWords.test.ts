import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// Words that engines tell apart in ways of their own: other scripts and cases, marks, letters of late Unicode, signs within.
const words =
  `straße STRASSE İstanbul ıstanbul naïve nai\u0308ve Ångström Ωmega ωμέγα ﬁne fine Ｈ２０ h20 half-hearted O'Neill AT&T C++ 3.5 1,400 A100/H100
  芯片 晶片 出口管制 管制 サーバー サーバ 데이터 센터 données संकेत אבג العربية 𠮷野家 𐐷 not and or near the a I x`.split(
    /\s+/,
  );
const descriptions = Array.from({ length: 30 }, (_, i) =>
  Array.from({ length: 9 }, (_, j) => words[(i * 7 + j * (i + 3)) % words.length]).join(separator(i)),
);
const server = standingServer(
  smallData(
    Object.fromEntries(
      descriptions.map((text, i) => [`companies/c-${i}.yaml`, `name: C${i}\ndescription: ${JSON.stringify(text)}\n`]),
    ),
  ),
);

test('any part of a description finds it, and any text is answered, in both stores alike', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(29), fc.nat(8), fc.integer({ min: 1, max: 3 }), async (which, from, count) => {
      const text = (descriptions[which] ?? '')
        .split(separator(which))
        .slice(from, from + count)
        .join(' ');
      const { body } = await server.ask(
        'query ($text: String!) { search(text: $text, first: 100) { edges { node { slug } } } }',
        { text },
      );
      expect(body.errors).toBeUndefined();
      const slugs = Object(body.data).search.edges.map(({ node }: { node: { slug: string } }) => node.slug);
      expect(slugs).toContain(`c-${which}`);
    }),
    { numRuns: 150 },
  );

  // And any text, whatever it finds.
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
      const { status, body } = await server.ask(
        'query ($text: String!) { search(text: $text) { totalCount edges { highlight } } }',
        { text },
      );
      expect(status).toBe(200);
      if (text.trim() !== '') expect(body.errors).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

/** What stands between the words of a description. */
function separator(which: number): string {
  return which % 2 === 0 ? ' ' : ', ';
}
