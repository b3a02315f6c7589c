import type { Client } from 'pg';
import type { Keeping } from '../publish.ts';

/**
 * Drops the revisions beyond those that are kept, none of them before it has been replaced for a while. Waits for no
 * reader for long: what cannot be dropped now is dropped by the next publisher.
 */
export async function pruneRevisions(client: Client, { keep, keepMinutes }: Keeping): Promise<void> {
  const { rows } = await client.query<{ id: string; schema: string }>(
    `select id, schema from (
      select id, schema, row_number() over newest as age, lag("publishedAt") over newest as "replacedAt"
      from chipgraph.revision window newest as (order by number desc)) ranked
    where age > $1 and "replacedAt" <= clock_timestamp() - make_interval(mins => $2)
      and pg_has_role(current_user, (select nspowner from pg_namespace where nspname = schema), 'usage')`,
    [keep, keepMinutes],
  );
  await client.query("set local lock_timeout = '2s'");
  for (const { id, schema } of rows) {
    await client.query('savepoint before');
    try {
      await client.query(`drop schema if exists "${schema}" cascade`);
      await client.query('delete from chipgraph.revision where id = $1', [id]);
    } catch {
      await client.query('rollback to savepoint before');
    }
  }
}
