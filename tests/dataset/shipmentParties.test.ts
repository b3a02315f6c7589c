import { expect, test } from 'vitest';
import { readAll } from './dataset.ts';

const files = {
  'revision.yaml': 'horizon: 2026-11-25\n',
  'sources/paper.yaml': 'name: A paper\npublished: 2024-08-26\n',
  'places/cn.yaml': 'name: China\nkind: country\n',
  'groups/smugglers.yaml': 'name: Smugglers\nclosed: false\n',
  'products/hbm-stacks.yaml': 'name: Stacks of memory\nkind: goods\n',
  'shipments/smugglers.yaml': `- goods: hbm-stacks
  buyers: [cn]
  period: 2024
  claims:
    units: [{ stated: 1000 count, definition: smuggled, source: paper }]
`,
};

test('a shipment may be sold by a group, and be of goods that are no processor', () => {
  const { rows, problems } = readAll(files);
  expect(problems).toEqual([]);
  const { entity, reference } = rows;
  const shipment = entity.find(({ type }) => type === 'Shipment');
  expect(shipment).toMatchObject({ slug: 'hbm-stacks-cn-2024', name: 'Stacks of memory to China, 2024' });
  const named = reference.filter(({ fromKey }) => fromKey === shipment?.key);
  const slugs = named.map(({ role, toKey }) => [role, entity.find(({ key }) => key === toKey)?.slug]);
  expect(slugs).toEqual([
    ['seller', 'smugglers'],
    ['buyer', 'cn'],
    ['goods', 'hbm-stacks'],
  ]);
});
