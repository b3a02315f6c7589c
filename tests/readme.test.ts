import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { standingServer } from './ask.ts';
import { publishedData } from './publishedData.ts';

const readme = readFileSync('README.md', 'utf8');
const answered = ['README.md', 'docs/export-controls.md'].flatMap((file) => {
  const blocks = (language: string) =>
    [...readFileSync(file, 'utf8').matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
      ([, text = '']) => text,
    );
  return blocks('graphql').map((operation, place) => ({ file, operation, answer: blocks('json')[place] ?? '' }));
});

describe('what is shown to readers', () => {
  const published = publishedData();
  const server = standingServer(published);

  test.each(answered)('is what the server answers: $file %#', async ({ operation, answer }) => {
    const { body } = await server.ask(operation);
    expect(body).toEqual(JSON.parse(answer));
  });

  test('is a curl that works', async () => {
    const query: string = JSON.parse(/-d '(.*)'/.exec(readme)?.[1] ?? '').query;
    const { body } = await server.ask(query);
    expect(body.errors).toBeUndefined();
  });
});

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/export-controls.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('points at files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, target = '']) => target);
    const files = targets.map((target) => join(dirname(file), target.replace(/#.*$/, '')));
    expect(files.filter((target) => !existsSync(target))).toEqual([]);
  });

  test('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
