// Bundles the program into dist/. Does nothing where dist/ was made from the sources as they stand.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, 'build-id');

/** Builds where needed; the result is dist/cli.js. */
export async function build() {
  const id = hashOfSources();
  if (read(stamp) === id) return;

  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', compiler: 'src/server/compiler.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    minifyWhitespace: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // What cannot be bundled, and GraphiQL: 9 MB, which are read when its page is first asked for, and from where they are.
    external: ['better-sqlite3', 'pg-native', '@graphql-yoga/render-graphiql'],
    // CommonJS modules in the bundle ask for `require`, which ES modules do not have.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    define: {
      BUILD_ID: JSON.stringify(id),
      VERSION: JSON.stringify(JSON.parse(read(join(root, 'package.json'))).version),
    },
    write: false,
    logLevel: 'warning',
  });
  replace(outputFiles);
  writeFileSync(stamp, id);
}

/** Names the program: two builds of the same sources and packages are the same program. */
function hashOfSources() {
  const hash = createHash('sha256');
  const sources = ['src', 'schema'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  for (const name of [...sources.sort(), 'bin/build.mjs', 'package.json', 'package-lock.json']) {
    hash.update(`${name}\0${read(join(root, name))}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Puts each file in place whole, the entry last, and only then removes what an earlier build left: a process that
 * starts meanwhile finds one build or the other. Names of chunks hold their hashes, so none is overwritten by another.
 */
function replace(files) {
  mkdirSync(dist, { recursive: true });
  const entryLast = [...files].sort((left, right) => isEntry(left) - isEntry(right));
  for (const { path, contents } of entryLast) {
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, contents);
    renameSync(unfinished, path);
  }
  const built = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(dist)) if (name.endsWith('.js') && !built.has(name)) rmSync(join(dist, name));
}

function isEntry({ path }) {
  return Number(basename(path) === 'cli.js');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
