import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which room may import which, besides itself. ARCHITECTURE.md explains why. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/quantity': [],
  'src/metrics': ['src/quantity'],
  'src/search': ['src/quantity'],
  'src/controls': ['src/quantity', 'src/metrics'],
  'src/store': ['src/quantity', 'src/controls', 'src/search'],
  'src/dataset': ['src/quantity', 'src/metrics', 'src/controls', 'src/search', 'src/store'],
  'src/graph': ['src/store'],
  schema: ['src/quantity', 'src/metrics', 'src/controls', 'src/graph', 'src/search', 'src/store'],
  'src/server': ['schema', 'src/store', 'src/dataset'],
};

const longestFile = 300;
const drawersForStrangers = ['utils', 'helpers', 'common', 'lib', 'misc', 'manager', 'managers', 'service', 'services'];

const names = ['src', 'schema', 'tests', 'bench']
  .filter(existsSync)
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
const files = new Map(
  names.filter((name) => name.endsWith('.ts')).map((name) => [name, readFileSync(name, 'utf8')] as const),
);
const program = [...files].filter(([name]) => !name.startsWith('tests/') && !name.startsWith('bench/'));

interface Import {
  readonly target: string;
  /** Of types, which are gone when the program runs. */
  readonly ofTypes: boolean;
}

/** What a file imports, for its values, its types or its effects, at once or later. */
function importsOf(name: string): Import[] {
  const found = (files.get(name) ?? '').matchAll(
    /\b(?:(?:import|export) (type )?[^;'"]*?from |import ?\(?)'(\.[^']+)'/g,
  );
  return [...found].map(([, ofTypes, target = '']) => ({
    target: normalize(join(dirname(name), target)),
    ofTypes: ofTypes !== undefined,
  }));
}

const roomOf = (name: string) => Object.keys(mayImport).find((room) => name.startsWith(`${room}/`));

describe('the house', () => {
  test.each(Object.entries(mayImport))('%s imports only itself and %j', (room, allowed) => {
    const strays = program
      .filter(([name]) => roomOf(name) === room)
      .flatMap(([name]) => importsOf(name).map(({ target }) => ({ name, target })))
      .filter(({ target }) => ![room, ...allowed].includes(roomOf(target) ?? ''))
      .map(({ name, target }) => `${name} imports ${target}`);
    expect(strays).toEqual([]);
  });

  test('every file of the program stands in a room', () => {
    const homeless = program
      .map(([name]) => name)
      .filter((name) => roomOf(name) === undefined && name !== 'src/cli.ts');
    expect(homeless).toEqual([]);
  });

  test('nothing imports itself by a detour, outside schema/', () => {
    expect(program.map(([name]) => name).flatMap(detourOf)).toEqual([]);
  });

  test('what declares kinds of entity rests on no kind, so that each is declared after it', () => {
    const kinds = program.filter(([, text]) => text.includes(': EntityKind = entityKind(')).map(([name]) => name);
    expect(kinds).toHaveLength(11);
    const below = ['schema/entityKind.ts'];
    for (const name of below)
      for (const { target, ofTypes } of importsOf(name)) if (!ofTypes && !below.includes(target)) below.push(target);
    expect(below.filter((name) => kinds.includes(name))).toEqual([]);
  });

  test(`no file is longer than ${longestFile} lines: split it by its nouns`, () => {
    const long = program.filter(([, text]) => text.split('\n').length > longestFile + 1 && !isGenerated(text));
    expect(long.map(([name]) => name)).toEqual([]);
  });

  test('no file or folder is a drawer for strangers: move what is in it to the room of its noun', () => {
    expect(names.filter((name) => drawersForStrangers.includes(basename(name, '.ts')))).toEqual([]);
  });

  test('no work is left behind in comments', () => {
    const left = [...files].filter(
      ([name, text]) => name !== 'tests/house.test.ts' && /\b(TODO|FIXME|XXX)\b/.test(text),
    );
    expect(left.map(([name]) => name)).toEqual([]);
  });
});

function isGenerated(text: string): boolean {
  return text.startsWith('// Made from ');
}

/** The shortest way on which a file imports itself, if there is one. Schema modules refer to each other in thunks. */
function detourOf(start: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue) {
    for (const { target, ofTypes } of importsOf(name)) {
      if (ofTypes || target.startsWith('schema/') || cameFrom.has(target)) continue;
      cameFrom.set(target, name);
      if (target === start) return [wayTo(start, cameFrom)];
      queue.push(target);
    }
  }
  return [];
}

function wayTo(start: string, cameFrom: ReadonlyMap<string, string>): string {
  const way = [start];
  for (let name = cameFrom.get(start); name !== undefined && name !== start; name = cameFrom.get(name))
    way.unshift(name);
  return [start, ...way].join(' → ');
}
