import { rmSync } from 'node:fs';
import { publishData } from '../src/server/publishData.ts';
import { openStore } from '../src/store/store.ts';
import { generatedFacts } from './generatedFacts.ts';
import { median, report } from './timing.ts';

// Compiling is linear in files and claims: ten times as many files take about ten times as long.
const times: number[] = [];
for (const files of [1_000, 10_000]) {
  const folder = generatedFacts(files);
  let claims = 0;
  const store = await openStore({ store: `${folder}/.store` });
  const time = await median(3, async () => {
    const { publication } = await publishData({ data: folder, store });
    const revision = await publication.open();
    claims = revision.info.claimCount;
    await revision.close();
  });
  rmSync(folder, { recursive: true });
  times.push(time);
  report(
    `compile and publish ${files} files`,
    time,
    `${claims} claims, ${((time / files) * 1000).toFixed(0)} µs a file`,
  );
}
const [thousand = 1, tenThousand = 1] = times;
console.log(`10 times the files take ${(tenThousand / thousand).toFixed(1)} times as long`);
