import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { smallFolder } from '../smallData.ts';

/** Folders of its own: `data` holds a few facts, so that each start is quick; `store` is empty. */
export function folders() {
  return {
    data: smallFolder({
      'companies/nvidia.yaml': 'name: Nvidia\n',
      'companies/baidu.yaml': 'name: Baidu\nhome: cn\n',
      'companies/tencent.yaml': 'name: Tencent\nhome: cn\n',
    }),
    store: join(mkdtempSync(join(tmpdir(), 'chipgraph-')), 'store'),
  };
}

/** Runs a command as a user would, in a process of its own, with nothing else in its environment that concerns it. */
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, { env: { PATH, HOME, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...output }));
  });

  return {
    ended,
    stop: (signal: NodeJS.Signals = 'SIGTERM') => child.kill(signal),
    /** What matches, as soon as it is printed; throws where the process ends before. */
    async printed(pattern: RegExp): Promise<RegExpMatchArray> {
      for (;;) {
        const match = `${output.out}${output.err}`.match(pattern);
        if (match) return match;
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output.err}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

/** Runs the program. */
export function chipgraph(args: readonly string[], env?: Readonly<Record<string, string>>) {
  return run('node', ['bin/chipgraph.mjs', ...args], env);
}

/** What the program says when it serves: the address, and the revision. */
export const serves = /Chipgraph serves (http:\S+) \(revision ([0-9a-f]+), \d+ claims\)/;

/** Replaces a text in a file of facts. */
export function change(data: string, file: string, from: string, to: string): void {
  const path = join(data, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}
