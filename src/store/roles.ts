import type { Engine } from './engine.ts';
import { type Read, whenRead } from './whenRead.ts';

/** Reads the roles that links give to people, each once: some hundreds, so that they are kept. */
export function readRoles(engine: Engine): Read<readonly string[]> {
  const { sql, parameters } = engine.build
    .selectFrom('link')
    .select('role')
    .distinct()
    .where('role', 'is not', null)
    .orderBy('role')
    .compile();
  return whenRead(engine.run<{ role: string }>(sql, parameters), (rows) => rows.map(({ role }) => role));
}
