import { expect, test } from 'vitest';
import { foldName } from '../../src/quantity/foldName.ts';

test.each([
  ['Nvidia H20', 'nvidia-h20'],
  ['  NVIDIA   h20 ', 'nvidia-h20'],
  ['Baidu, Inc.', 'baidu-inc'],
  ['Zhōngguó Yídòng', 'zhongguo-yidong'],
  ['ＮＶＩＤＩＡ', 'nvidia'],
  ['詹姆斯·米切尔', '詹姆斯-米切尔'],
  ['阿里巴巴', '阿里巴巴'],
  ['がくしゅう', 'がくしゅう'], // the voicing mark tells words apart, unlike an accent
  ['***', '***'],
  ['from-2024-08-26', 'from-2024-08-26'],
])('%j folds to %j', (name, folded) => {
  expect(foldName(name)).toBe(folded);
  expect(foldName(folded)).toBe(folded);
});
