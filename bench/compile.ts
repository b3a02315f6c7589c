import { rmSync } from 'node:fs';
import { compileDataset } from '../src/dataset/compileDataset.ts';
import { publishRevision } from '../src/store/publish.ts';
import { generatedFacts } from './generatedFacts.ts';
import { median, report } from './timing.ts';

// Compiling is linear in files and claims: ten times as many files take about ten times as long.
const times: number[] = [];
for (const files of [1_000, 10_000]) {
  const folder = generatedFacts(files);
  let claims = 0;
  const time = await median(3, () => {
    const compiled = compileDataset(folder);
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
    claims = compiled.revision.rows.claim.length;
    publishRevision(`${folder}/.store`, compiled.revision, 'bench');
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
