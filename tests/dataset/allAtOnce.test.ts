import { expect, test } from 'vitest';
import { problemsOf } from './dataset.ts';

test('slips of form hide none of the others: a newcomer sees all of them at once', () => {
  expect(
    problemsOf({
      'products/site.yaml': `name: A site
kind: datacentre
company: amazn
claims:
  power:
    - { stated: 341 MV, asOf: 2024-12-14, source: papr }
  h100-equivalent:
    - { stated: 214k count, asOf: 2024-12-14, source: paper }
`,
      'companies/amazon.yaml': 'name: Amazon\nhome: us\n',
    }),
  ).toEqual([
    'data/products/site.yaml:2:7: `datacentre` is none of the words for it: did you mean `data-centre`?',
    'data/products/site.yaml:3:10: unknown Company `amazn`: did you mean `amazon`?',
    expect.stringMatching(/^data\/products\/site.yaml:6:17: "MV" in "341 MV" is not a unit; write /),
    'data/products/site.yaml:6:51: unknown Source `papr`: did you mean `paper`?',
    'data/products/site.yaml:7:3: unknown property `h100-equivalent`: did you mean `h100-equivalents`?',
  ]);
});
