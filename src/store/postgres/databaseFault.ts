import { StoreError, StoreUnavailable } from '../storeError.ts';

/** What is wrong when the database refuses, by its code, and what to do; `database` names it. */
const refusals: Readonly<Record<string, (database: string, message: string) => string>> = {
  '28000': (database, message) => `the database ${database} refuses the role: ${message}`,
  '28P01': (database) => `the database ${database} refuses the password: correct the URL of the database`,
  '3D000': (database) => `there is no database ${database}: create it with \`createdb\``,
  '25006': (database) => `the database ${database} takes no changes: it is a replica, or its role is for reading only`,
  '42501': (database, message) =>
    `the role may not do this in the database ${database} (${message}): grant what docs/postgresql.md says`,
  '53100': (database) => `the disk of the database ${database} is full: nothing was changed`,
  '53200': (database) => `the database ${database} is out of memory: nothing was changed`,
  '55P03': (database) =>
    `another program has been publishing into the database ${database} for minutes: try again when it is done`,
};

/** What the disk does not take, for another reason than that it is full: a limit of the system, an error. */
const noWrite = /^could not (extend|write|create|fsync) /;

/** Codes that tell of a state which passes: lost or refused connections, shutdown, start, recovery, too much to do. */
const passing = /^(08...|57P0[1-5]|57014|53300|40001|40P01|XX000)$/;

/** A schema that is not there yet, or no more: on a replica that lags behind the others of its address. */
const absent = /^(42P01|3F000)$/;

/** Makes of an error of the driver what tells whoever runs the program what to do. */
export function databaseFault(error: unknown, database: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (noWrite.test(error.message) && /^(XX000|58030)$/.test(code)) {
    return new StoreError(`the disk of the database ${database} fails (${error.message}): nothing was changed`, {
      cause: error,
    });
  }
  const refusal = refusals[code];
  if (refusal) return new StoreError(refusal(database, error.message), { cause: error });
  if (passing.test(code) || absent.test(code) || !isSqlState(code)) {
    return new StoreUnavailable(`the database ${database} cannot be read: ${error.message || code}`, { cause: error });
  }
  return error;
}

/** Whether another connection may have better luck at once: not after a statement that took too long. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof StoreUnavailable) || !(error.cause instanceof Error)) return false;
  const code = 'code' in error.cause ? error.cause.code : '';
  return code !== '57014' && !/timeout/i.test(error.cause.message);
}

/** Whether a statement failed because there is no such table or schema. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && absent.test(error.code);
}

/** The codes of PostgreSQL have five characters; those of the system (ECONNREFUSED) begin with E, and more of them. */
function isSqlState(code: string): boolean {
  return /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]/.test(code);
}
