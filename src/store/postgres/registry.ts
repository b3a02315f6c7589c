import type { ClientBase } from 'pg';
import { StoreError } from '../storeError.ts';
import { tablesVersion } from '../tableShapes.ts';
import { isAbsent } from './databaseFault.ts';

/** The form of the registry of revisions, which its schema's comment names; a program reads no other. */
const registryForm = 'Chipgraph, form 1';

/** A revision that stands in the database. */
export interface Registered {
  readonly id: string;
  readonly schema: string;
  readonly inputs: string;
  /** Counts publications. */
  readonly number: number;
  readonly publishedAt: Date;
}

/** Runs a statement in a connection. */
type Ask = ClientBase['query'];

/**
 * The revision that the database's pointer names; null where the database is empty.
 *
 * @throws StoreError where it is not ours, or of another version.
 */
export async function readCurrent(ask: { query: Ask }, database: string): Promise<Registered | null> {
  try {
    const { rows } = await ask.query<Registered & { tablesVersion: number }>({
      name: 'current',
      text: `select id, schema, inputs, number, "publishedAt", "tablesVersion"
        from chipgraph.pointer join chipgraph.revision using (id)`,
    });
    const [current] = rows;
    if (current === undefined) return null;
    assertVersion(current.tablesVersion, database);
    return current;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    await assertOurs(ask, database);
    return null;
  }
}

/** The revisions that the database holds in the form that this program reads, newest first. */
export async function readKept(ask: { query: Ask }, database: string): Promise<readonly Registered[]> {
  try {
    const { rows } = await ask.query<Registered>({
      name: 'kept',
      text: `select id, schema, inputs, number, "publishedAt" from chipgraph.revision
        where "tablesVersion" = $1 order by number desc limit 100`,
      values: [tablesVersion],
    });
    return rows;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    await assertOurs(ask, database);
    return [];
  }
}

/** Throws a StoreError where a database holds what is not ours, so that nobody publishes into it by mistake. */
export async function assertOurs(ask: { query: Ask }, database: string): Promise<void> {
  const { rows } = await ask.query<{ form: string | null; exists: boolean; stranger: string | null }>(`
    select obj_description(to_regnamespace('chipgraph'), 'pg_namespace') as "form",
      to_regnamespace('chipgraph') is not null as "exists",
      (select format('%I.%I', nspname, relname) from pg_class join pg_namespace n on n.oid = relnamespace
        where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('pg_catalog', 'information_schema')
          and nspname not like 'pg\\_%' and nspname <> 'chipgraph' and nspname not like 'chipgraph\\_%'
          and not exists (select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
        order by 1 limit 1) as "stranger"`);
  const [found] = rows;
  if (found?.form === registryForm) return;
  if (found?.form?.startsWith('Chipgraph, form ')) {
    throw new StoreError(
      `the database ${database} is of another version of Chipgraph (${found.form}): use that version`,
    );
  }
  if (found?.exists || found?.stranger) {
    const what = found.exists ? 'a schema chipgraph that is not ours' : found.stranger;
    throw new StoreError(
      `the database ${database} belongs to another application (it holds ${what}): give Chipgraph one of its own`,
    );
  }
}

/** Makes the registry where there is none. */
export async function createRegistry(ask: { query: Ask }): Promise<void> {
  await ask.query(`
    create schema if not exists chipgraph;
    comment on schema chipgraph is '${registryForm}';
    create table if not exists chipgraph.revision (
      id text primary key, number bigint generated always as identity, schema text not null unique,
      "tablesVersion" integer not null, inputs text not null, "publishedAt" timestamptz not null
    );
    create table if not exists chipgraph.pointer (
      single boolean primary key default true check (single), id text not null references chipgraph.revision
    );`);
}

/** Throws a StoreError where a revision has tables of another form. */
export function assertVersion(version: number, database: string): void {
  if (version === tablesVersion) return;
  const advice =
    version > tablesVersion
      ? 'by a newer Chipgraph: update this program'
      : 'by an older Chipgraph: run `chipgraph publish` with this one';
  throw new StoreError(`the current revision of the database ${database} was published ${advice}`);
}
