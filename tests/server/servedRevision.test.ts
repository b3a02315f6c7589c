import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishData } from '../../src/server/publishData.ts';
import { ServedRevision } from '../../src/server/servedRevision.ts';
import { openRevision } from '../../src/store/current.ts';

test('a revision that was replaced is closed after the last request that pinned it', async () => {
  const store = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const { pointer } = await publishData({ data: 'data', store });
  const [first, second] = [await openRevision(store, pointer), await openRevision(store, pointer)];
  const read = (revision: typeof first) => () => revision.engine.run('select value from meta', []);
  const served = new ServedRevision(first);

  const [one, another] = [served.pin(), served.pin()];
  served.replace(second);
  expect([one.revision, served.pin().revision]).toEqual([first, second]);
  one.release();
  expect(read(first)).not.toThrow();
  another.release();
  expect(read(first)).toThrow();
  expect(read(second)).not.toThrow();
});
