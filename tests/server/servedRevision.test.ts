import { expect, test } from 'vitest';
import { ServedRevision } from '../../src/server/servedRevision.ts';
import { publishedData } from '../publishedData.ts';

test('a revision that was replaced is closed after the last request that pinned it', async () => {
  const published = publishedData();
  const [first, second] = [await published.open(), await published.open()];
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
