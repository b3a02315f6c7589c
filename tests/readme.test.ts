import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { standingServer } from './ask.ts';
import { publishedData } from './publishedData.ts';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const operations = blocks('graphql').map((operation, place) => ({ operation, answer: blocks('json')[place] ?? '' }));

describe('the README', () => {
  const published = publishedData();
  const server = standingServer(published);

  test.each(operations)('shows the answer that the server gives %#', async ({ operation, answer }) => {
    const { body } = await server.ask(operation);
    expect(body).toEqual(JSON.parse(answer));
  });

  test('shows a curl that works', async () => {
    const query: string = JSON.parse(/-d '(.*)'/.exec(readme)?.[1] ?? '').query;
    const { body } = await server.ask(query);
    expect(body.errors).toBeUndefined();
  });
});

describe.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('points at files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(target))).toEqual([]);
  });

  test('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/npm run ([a-z]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
