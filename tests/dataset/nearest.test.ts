import { expect, test } from 'vitest';
import { nearest, suggestion } from '../../src/dataset/nearest.ts';

const known = ['alibaba', 'tencent', 'baidu', 'nvidia-h20', 'nvidia-h200', 'cn'];

test.each([
  ['alibba', 'alibaba'], // left out
  ['tencennt', 'tencent'], // added
  ['bairu', 'baidu'], // changed
  ['aliabba', 'alibaba'], // swapped
  ['Alibaba', 'alibaba'],
  ['nvidia-h2o', 'nvidia-h20'], // as near to h200, which comes later
  ['cnn', 'cn'],
  ['huawei', null],
  ['', null],
])('%j is nearest to %j', (word, wanted) => {
  expect(nearest(word, known)).toBe(wanted);
});

test('where nothing is near there is the choice, unless it is too long to read', () => {
  expect(suggestion('huawei', known.slice(0, 2))).toBe('write one of `alibaba`, `tencent`');
  expect(
    suggestion(
      'x',
      Array.from({ length: 100 }, (_, index) => `word-${index}`),
    ),
  ).toBe('none is near to it');
});
