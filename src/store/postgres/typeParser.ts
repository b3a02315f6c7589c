import pg from 'pg';

/** Reads values as SQLite gives them: counts and ranks are 8 bytes wide in PostgreSQL, and would come as texts. */
export function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format);
}
