import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Holds of every row. */
export const always: RawBuilder<SqlBool> = sql<SqlBool>`true`;

/** Holds of no row. */
export const never: RawBuilder<SqlBool> = sql<SqlBool>`false`;
