import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, report } from './timing.ts';

// From the command to the first answer: with nothing built, and with everything there.
const port = 4371;

async function startToFirstAnswer(store: string): Promise<void> {
  const server = spawn('npm', ['start', '--silent'], {
    stdio: 'ignore',
    env: { ...process.env, PORT: String(port), CHIPGRAPH_STORE: store },
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 10));
  server.kill('SIGTERM');
  await ended;
}

async function answers(): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql?query={revision{id}}`, {
      headers: { accept: 'application/json' },
    });
    return response.ok;
  } catch {
    return false;
  }
}

const store = mkdtempSync(join(tmpdir(), 'chipgraph-start-'));
const nothing = await median(3, async () => {
  rmSync('dist', { recursive: true, force: true });
  rmSync(store, { recursive: true, force: true });
  await startToFirstAnswer(store);
});
report('npm start to the first answer and SIGTERM, nothing built', nothing);
report('npm start to the first answer and SIGTERM, all there', await median(7, () => startToFirstAnswer(store)));
rmSync(store, { recursive: true });
