import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { serving } from './ask.ts';
import { publishedData } from './publishedData.ts';
import { expectAnswer, type Place } from './questions/answers.ts';
import { expectSameAnswer } from './sameAnswer.ts';

interface Question {
  readonly id: string;
  readonly needs: string;
  readonly ask: string;
  readonly tolerance?: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

interface Example {
  /** SQL statements that the operation runs on a revision of which nothing has been read. */
  readonly statements: number;
  /** Where the answer's keys stand in the response. */
  readonly answer: Readonly<Record<string, Place>>;
}

const published = publishedData();
afterAll(published.remove);

const questions = readdirSync('tests/questions')
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file): readonly Question[] => parse(readFileSync(`tests/questions/${file}`, 'utf8')).questions);
const names = readdirSync('examples')
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length));

test('every question about the story has its example', () => {
  const story = questionsOf('tests/questions/core.yaml').map(({ id }) => id);
  expect(names).toEqual(expect.arrayContaining(story));
});

describe.each(names)('%s', (name) => {
  const operation = readFileSync(`examples/${name}.graphql`, 'utf8');
  const example: Example = JSON.parse(readFileSync(`examples/${name}.json`, 'utf8'));
  const question = questions.find(({ id }) => id === name);

  test('gives the answer, in so many statements', async () => {
    const revision = await published.open();
    const server = await serving(revision);
    const twin = await serving(await published.openInPostgres());
    try {
      const { body, statements } = await server.ask(operation);
      if (question?.answer.error === undefined) expect(body.errors).toBeUndefined();
      for (const [key, expected] of Object.entries(question?.answer ?? {})) {
        const place = example.answer[key];
        if (place === undefined) expect.fail(`examples/${name}.json does not say where ${key} stands`);
        expectAnswer({ ...Object(body.data), errors: body.errors }, place, expected, question?.tolerance ?? 0.001);
      }
      expect(statements).toBe(example.statements);
      expect((await server.ask(operation)).statements).toBe(0);
      for (const _coldAndWarm of [1, 2]) expectSameAnswer((await twin.ask(operation)).body, body);
    } finally {
      await Promise.all([server.stop(), twin.stop()]);
    }
  });

  test('says its question in the first line', () => {
    expect(operation).toMatch(/^# .+\?|^# .+\./);
  });
});

function questionsOf(file: string): readonly Question[] {
  return parse(readFileSync(file, 'utf8')).questions;
}
