import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDatabase } from '../postgres/newDatabase.ts';
import { change, chipgraph, folders } from './program.ts';

const spent = (stated: string) =>
  `- kind: capital-expenditure\n  period: 2024-H1\n  claims:\n    amount:\n      - { stated: ${stated}, source: early }\n`;

test.each([
  ['SQLite', async (store: string) => ['--store', store]],
  ['PostgreSQL', async () => ['--database-url', await newDatabase()]],
])(
  'diff prints what differs between two kept revisions of %s, and names those that are kept',
  async (_name, placeIn) => {
    const { data, store } = folders();
    const investments = join(data, 'investments');
    mkdirSync(investments);
    writeFileSync(join(investments, 'baidu.yaml'), spent('23bn CNY'));
    const place = await placeIn(store);
    const diff = (...ids: string[]) => chipgraph(['diff', ...ids, ...place]).ended;
    expect(await diff('0')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^nothing has been published here yet/),
    });

    const publish = async () => {
      const { out } = await chipgraph(['publish', '--data', data, ...place]).ended;
      return out.match(/Published revision ([0-9a-f]+)/)?.[1] ?? '';
    };
    const first = await publish();
    change(data, 'investments/baidu.yaml', '23bn', '24bn');
    const second = await publish();

    const { code, out, err } = await diff(first.slice(0, 6));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Removed: Baidu, capital expenditure (unstated), 2024-H1: 23bn CNY (early).\n');
    expect(out).toContain('Added: Baidu, capital expenditure (unstated), 2024-H1: 24bn CNY (early).\n');
    expect(out).toContain('  moves capital expenditure 2024-H1: 23bn CNY → 24bn CNY, +4.348 %');
    expect(out).toMatch(new RegExp(`${first} → ${second}: 1 claims added, 1 removed, 0 changed\\.\\n$`));

    const unknown = await diff('nowhere');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toMatch(
      new RegExp(`^no revision "nowhere" is kept; those that are: ${second} .*, ${first} .*\n$`),
    );
  },
  180_000,
);
