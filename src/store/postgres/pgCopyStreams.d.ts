/** The part that is used here; the package has no types of its own. */
declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Connection, Submittable } from 'pg';

  /** The stream into which the rows of a `COPY … FROM STDIN` are written. */
  export function from(sql: string): Writable & Submittable & { submit(connection: Connection): void };
}
