import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptRevisions } from '../../src/store/keptRevisions.ts';
import type { Revision } from '../../src/store/revision.ts';
import { openStore } from '../../src/store/store.ts';
import { batchesOf } from '../compiled.ts';
import { smallRevision } from '../smallData.ts';

test('kept revisions are opened once, and those longest unasked for are closed past three, none while it is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-'));
  const store = await openStore({ store: folder });
  const revision = smallRevision({});
  for (const id of ['a', 'b', 'c', 'd', 'e']) await store.publish(batchesOf({ ...revision, id }), id);
  const kept = new KeptRevisions(store);
  const list = await kept.list();
  expect(list.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);

  const pins = await Promise.all(list.map((publication) => kept.pin(publication)));
  const again = await Promise.all(list.map((publication) => kept.pin(publication)));
  expect(again.map((pin) => pin.revision)).toEqual(pins.map((pin) => pin.revision));
  const isOpen = ({ engine }: Revision) => {
    try {
      engine.run('select 1', []);
      return true;
    } catch {
      return false;
    }
  };
  const open = () => pins.map((pin) => isOpen(pin.revision));
  for (const pin of pins) pin.release();
  expect(open()).toEqual([true, true, true, true, true]);
  for (const pin of again) pin.release();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(open().filter((is) => is)).toHaveLength(3);
  await kept.close();
  expect(open()).toEqual([false, false, false, false, false]);
  rmSync(folder, { recursive: true });
});

test('a store that cannot be asked is asked again, and a revision that cannot be opened is tried again', async () => {
  let asked = 0;
  const kept = new KeptRevisions({
    async kept() {
      asked++;
      throw new Error('gone');
    },
  });
  await expect(kept.list()).rejects.toThrow('gone');
  await expect(kept.list()).rejects.toThrow('gone');
  expect(asked).toBe(2);
  let opened = 0;
  const open = async () => {
    opened++;
    throw new Error('damaged');
  };
  const publication = { id: 'a', name: 'a', publishedAt: '2026-01-01T00:00:00Z', inputs: '', open };
  for (const _try of [1, 2]) await expect(kept.pin(publication)).rejects.toThrow('damaged');
  expect(opened).toBe(2);
});
