import { expect, test } from 'vitest';
import { highlightName, highlightSentence } from '../../src/search/highlight.ts';

test.each([
  ['Alibaba', 'ali baba', '**Alibaba**'],
  ['Alibaba Cloud', 'alibaba', '**Alibaba** Cloud'],
  ['Moore Threads', 'Moor Threads', '**Moor**e **Threads**'],
  ['Moore Threads', 'threads', 'Moore **Threads**'],
  ['Huawei Ascend 910B', 'huwei ascend', '**Huawei Ascend** 910B'],
  ['T-Head', 't head', '**T-Head**'],
  ['Société Générale', 'general', 'Société **Général**e'],
  ['騰訊控股', '腾讯', '**騰訊**控股'],
  ['腾讯', '腾迅', '**腾讯**'],
  ['Nvidia', 'Nvida', '**Nvidia**'],
  ['The Apple of Appleton', 'apple', 'The **Apple** of **Apple**ton'],
])('%s, found by %s', (name, asked, highlighted) => {
  expect(highlightName(name, asked)).toBe(highlighted);
});

test.each([
  [
    'The price fell. Supply is short, and supply of HBM most.',
    'supply',
    '**Supply** is short, and **supply** of HBM most.',
  ],
  ['It is short. Supply of HBM is short.', 'short supply', '**Supply** of HBM is **short**.'],
  ['Supply is short. In short supply, says he.', 'short supply', 'In **short supply**, says he.'],
  ['Chips are exported.', 'expor', 'Chips are **expor**ted.'],
  ['A chip or chips.', 'chip or', 'A **chip or** chips.'],
  ['芯片出口受限。后来放宽。', '出口受限', '芯片**出口受限**。'],
])('%s, found by %s', (passage, asked, highlighted) => {
  expect(highlightSentence(passage, asked)).toBe(highlighted);
});
