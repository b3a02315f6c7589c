import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of the tests' own, in a folder of its own, on a free port of this machine. */
export interface Cluster {
  /** The URL of a database, as the owner of all. */
  url(database: string, role?: string): string;
  /** Runs SQL as the owner of all, and returns what it prints. */
  sql(database: string, text: string): string;
  /** Makes an empty database, and answers its URL. */
  createDatabase(): string;
  start(): void;
  /** `immediate`: without saying goodbye to anybody. */
  stop(mode?: 'fast' | 'immediate'): void;
  /** A streaming replica of this server, running. */
  replica(): Cluster;
  /** Holds all of its processes where they are, or lets them go on. */
  hold(held: boolean): void;
  /** Lets no file grow beyond so many bytes for whoever connects from now on: to the server that is what a failing disk is. */
  limitFiles(bytes: number | 'unlimited'): void;
  remove(): void;
}

/** What to do where there is none. */
export const needsPostgres = 'the tests need PostgreSQL: apt-get install postgresql';

/** Whether a server of PostgreSQL is there, as Debian installs it. */
export function isInstalled(): boolean {
  return newestPrograms() !== null;
}

/** Starts a server. It trusts whoever connects from this machine. */
export async function startCluster(): Promise<Cluster> {
  const folder = newFolder();
  // In the order of a dictionary, which is that of many databases, and not that of SQLite.
  const order = ['-E', 'UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
  program('initdb', ['-D', folder, '-U', 'owner', '-A', 'trust', '--no-sync', ...order]);
  const [port, replicaPort] = [await freePort(), await freePort()];
  const cluster = clusterIn(folder, port, replicaPort);
  cluster.start();
  return cluster;
}

function clusterIn(folder: string, port: number, replicaPort: number): Cluster {
  const url = (database: string, role = 'owner') => `postgres://${role}@127.0.0.1:${port}/${database}`;
  const sql = (database: string, text: string) =>
    execFileSync('psql', ['-XAtq', '-v', 'ON_ERROR_STOP=1', url(database), '-c', text], { encoding: 'utf8' }).trim();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=60 -c wal_level=replica`;
  const cluster: Cluster = {
    url,
    sql,
    createDatabase() {
      const name = `facts_${randomBytes(6).toString('hex')}`;
      sql('postgres', `create database ${name}`);
      return url(name);
    },
    start: () => void program('pg_ctl', ['-D', folder, '-w', '-s', '-l', join(folder, 'log'), '-o', settings, 'start']),
    stop: (mode = 'fast') => void program('pg_ctl', ['-D', folder, '-w', '-s', '-m', mode, 'stop']),
    replica() {
      const copy = newFolder();
      rmSync(copy, { recursive: true });
      program('pg_basebackup', ['-d', url('postgres'), '-D', copy, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']);
      const replica = clusterIn(copy, replicaPort, 0);
      replica.start();
      return replica;
    },
    hold(held) {
      for (const pid of processes(folder)) process.kill(pid, held ? 'SIGSTOP' : 'SIGCONT');
    },
    limitFiles(bytes) {
      const [postmaster] = processes(folder);
      run('prlimit', ['--pid', String(postmaster), `--fsize=${bytes}:`]);
    },
    remove() {
      if (existsSync(join(folder, 'postmaster.pid'))) cluster.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return cluster;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chipgraph-postgres-'));
  // PostgreSQL refuses to run as root.
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  return folder;
}

/** The server that a folder belongs to, and its children. */
function processes(folder: string): readonly number[] {
  const text = execFileSync('head', ['-1', join(folder, 'postmaster.pid')], { encoding: 'utf8' });
  const children = execFileSync('pgrep', ['-P', text.trim()], { encoding: 'utf8' });
  return [text, ...children.split('\n')].map(Number).filter((pid) => pid > 0);
}

/** Runs a program of PostgreSQL, of the newest version on this machine. */
function program(name: string, args: readonly string[]): void {
  const programs = newestPrograms();
  if (programs === null) throw new Error(needsPostgres);
  run(join(programs, name), args);
}

/** Runs a program as whom the server runs as. */
function run(path: string, args: readonly string[]): void {
  const [command, ...before] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', path] : [path];
  execFileSync(command ?? path, [...before, ...args], { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
}

/** The folder of its programs; null where there is no server, but at most a client. */
function newestPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(root, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
