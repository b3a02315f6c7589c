import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

// The worked examples of the rules, asked as a client asks them.

interface Example {
  readonly question: {
    readonly id: string;
    readonly processor?: string;
    readonly supposed?: string;
    readonly with?: Chip;
    readonly destination: string;
    readonly buyer?: Readonly<Record<string, string>>;
    readonly exporter?: string;
    readonly on: string;
    readonly reading?: string;
  };
  readonly answer: {
    readonly outcome: string;
    readonly policy?: string | readonly string[];
    readonly clause?: string;
    readonly candidates?: readonly object[];
    readonly missing?: readonly string[];
    readonly tentative?: boolean;
  };
}

type Chip = Readonly<Record<string, string | number | boolean>>;

const file: { readonly supposed: Readonly<Record<string, Chip>>; readonly examples: readonly Example[] } = parse(
  readFileSync('tests/controls/examples.yaml', 'utf8'),
);
const enums = ['itemKind', 'packaging', 'designerStatus'];
const server = standingServer(publishedData());

const fields =
  'outcome policy tentative missing clause { name control { slug } } candidates { outcome policy } from to';

test.each(file.examples)('$question.id to $question.destination on $question.on', async ({ question, answer }) => {
  const { body } = await server.ask(`{ asked: ${fieldOf(question)} }`);
  expect(body.errors).toBeUndefined();
  const found = Object(Object(body.data).asked);
  const { exportStatus: status } = 'exportStatus' in found ? found : { exportStatus: found };
  const policies = status.candidates.map((candidate: { policy: unknown }) => candidate.policy);
  const stated = typeof answer.policy === 'object' ? policies : status.policy;
  const clause = status.clause && `${status.clause.control.slug}/${status.clause.name}`;
  const seen = {
    outcome: status.outcome,
    ...(answer.policy !== undefined && { policy: stated }),
    ...(answer.clause !== undefined && { clause }),
    ...(answer.candidates !== undefined && {
      candidates: status.candidates.map((one: { outcome: string; policy: string | null }) => ({
        outcome: one.outcome,
        ...(one.policy !== null && { policy: one.policy }),
      })),
    }),
    ...(answer.missing !== undefined && { missing: status.missing }),
    tentative: status.tentative,
  };
  const { policy, candidates, missing, tentative = false, outcome } = answer;
  expect(seen).toEqual({
    outcome: enumWord(outcome),
    ...(policy !== undefined && { policy: typeof policy === 'object' ? policy.map(enumWord) : enumWord(policy) }),
    ...(answer.clause !== undefined && { clause: answer.clause }),
    ...(candidates !== undefined && { candidates: enumWords(candidates) }),
    ...(missing !== undefined && { missing: missing.map(enumWord) }),
    tentative,
  });
  expect(status.from === null || status.from <= question.on).toBe(true);
  expect(status.to === null || status.to >= question.on).toBe(true);
});

function fieldOf({
  processor,
  supposed,
  with: changed,
  destination,
  buyer,
  exporter,
  on,
  reading,
}: Example['question']) {
  const shipment = [
    `destination: "${destination}", on: "${on}"`,
    ...(buyer === undefined ? [] : [`buyer: ${inputOf(buyer)}`]),
    ...(reading === undefined ? [] : [`reading: ${enumWord(reading)}`]),
  ].join(', ');
  if (supposed === undefined && changed === undefined)
    return `processor(slug: "${processor}") { exportStatus(${shipment}) { ${fields} } }`;
  const chip = supposed === undefined ? { like: processor ?? '', ...changed } : (file.supposed[supposed] ?? {});
  const by = exporter === undefined ? '' : `, exporter: ${exporter === 'osat' ? 'OSAT' : 'FOUNDRY'}`;
  return `classify(chip: ${inputOf(chipOf(chip))}, ${shipment}${by}) { ${fields} }`;
}

function chipOf(chip: Chip): Chip {
  // Where a maker has its home, the graph knows.
  const given = Object.entries(chip).filter(([name]) => name !== 'maker-home');
  return Object.fromEntries(
    given.map(([name, value]) => [name.replaceAll(/-(\w)/g, (_, one) => one.toUpperCase()), value]),
  );
}

function inputOf(object: Chip): string {
  const written = Object.entries(object).map(([name, value]) => {
    if (typeof value === 'boolean') return `${name}: ${value}`;
    return enums.includes(name) ? `${name}: ${enumWord(String(value))}` : `${name}: ${JSON.stringify(String(value))}`;
  });
  return `{ ${written.join(', ')} }`;
}

function enumWord(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}

function enumWords(objects: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(objects), (_key, value) => (typeof value === 'string' ? enumWord(value) : value));
}
