import { createHash } from 'node:crypto';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Evidence } from '../quantity/evidence.ts';
import type { Period } from '../quantity/period.ts';
import { groupBy } from './groupBy.ts';
import { linkTrustedSql } from './lensSql.ts';
import { heldDuringSql } from './linkSql.ts';
import { query } from './query.ts';
import { sightOf } from './sight.ts';
import type { View } from './view.ts';
import { type Read, whenRead } from './whenRead.ts';
import { linkWhereSql } from './whereSql.ts';

/** A link seen from one of its ends, by keys. */
export interface Step {
  /** The entity at the other end. */
  readonly far: number;
  readonly link: number;
}

/** The steps from each of some entities, by the other end and then by the link. */
type StepsFrom = ReadonlyMap<number, readonly Step[]>;

/** The steps from some entities. */
export interface StepsRead {
  readonly from: StepsFrom;
  /** False where there are more than were wanted; then those of the entities with the lowest keys are given. */
  readonly complete: boolean;
}

/** Reads the steps from many entities in one statement, `most` of them at most. */
export type StepReader = (keys: readonly number[], most: number) => Read<StepsRead>;

/** Which links are followed from an entity. */
export interface LinksFollowed {
  /** The kinds that are followed from their start to their end; null for all. */
  readonly out: readonly string[] | null;
  /** The kinds that are followed from their end to their start; null for all. */
  readonly back: readonly string[] | null;
  /** They held on a day of this period. */
  readonly during: Period;
  /** The best evidence among the claims of a link is one of these; null for any. */
  readonly evidence: readonly Evidence[] | null;
}

/** A question about steps, whose statement is built once. */
interface Question {
  /** Stands for it in what is remembered. */
  readonly id: number;
  readonly read: (values: { readonly keys: readonly number[]; readonly limit: number }) => Read<readonly StepRow[]>;
}

/** What a revision remembers of steps: what was not asked for the longest time is forgotten, past so many steps. */
export class KnownSteps {
  /** Whole lists, by what was asked and whose steps they are. */
  readonly whole = new LRUCache<string, readonly Step[]>({ maxSize: 1_000_000, sizeCalculation: sizeOf });
  /** What was read where there were more, by what was asked and how much was wanted. */
  readonly cutOff = new LRUCache<string, StepsFrom>({ maxSize: 200_000 });
  /** The keys of the links among some entities, by what was asked and of whom. */
  readonly among = new LRUCache<string, readonly number[]>({ maxSize: 500_000, sizeCalculation: sizeOf });
  readonly #questions = new LRUCache<string, Question>({ max: 500 });
  #asked = 0;

  question(text: string, build: () => Question['read']): Question {
    const known = this.#questions.get(text) ?? { id: this.#asked++, read: build() };
    this.#questions.set(text, known);
    return known;
  }
}

function sizeOf({ length }: readonly unknown[]): number {
  return length + 1;
}

/**
 * A reader of steps through a view. The columns that it reads stand in the indexes of links.
 *
 * What it gives does not depend on what is remembered, so that an answer that was cut off is cut off in the same place
 * the next time.
 */
export function stepsThrough(view: View, followed: LinksFollowed): StepReader {
  const { knownSteps } = view.revision;
  const { whole, cutOff } = knownSteps;
  const { id, read } = knownSteps.question(`${view.lensText} ${JSON.stringify(followed)}`, () =>
    stepsQuery(view, followed),
  );
  return (keys, most) => {
    const found = new Map<number, readonly Step[]>();
    const missing: number[] = [];
    for (const key of keys) {
      const steps = whole.get(`${id}|${key}`);
      if (steps === undefined) missing.push(key);
      else found.set(key, steps);
    }
    if (missing.length === 0) return upTo(most, keys, found);
    const reading = `${id}|${most}|${markOfKeys(missing)}`;
    const steps = cutOff.get(reading) ?? readFrom(missing, most, reading);
    return whenRead(steps, (some) => upTo(most, keys, new Map([...found, ...some])));
  };

  function readFrom(keys: readonly number[], most: number, reading: string): Read<StepsFrom> {
    return whenRead(read({ keys, limit: most + 1 }), (rows) => {
      const some = groupBy(keys, rows, ({ near }) => near);
      if (rows.length > most) cutOff.set(reading, some, { size: rows.length });
      else for (const [key, steps] of some) whole.set(`${id}|${key}`, steps);
      return some;
    });
  }
}

interface StepRow extends Step {
  readonly near: number;
}

function stepsQuery(view: View, followed: LinksFollowed): Question['read'] {
  const { engine } = view.revision;
  if (followed.out?.length === 0 && followed.back?.length === 0) return () => [];
  return query<{ keys: readonly number[]; limit: number }, StepRow>(engine, ['keys', 'limit'], ({ keys, limit }) => {
    const steps = (near: string, far: string, kinds: readonly string[] | null) =>
      kinds?.length === 0
        ? []
        : [
            sql`select ${sql.ref(near)} as "near", ${sql.ref(far)} as "far", key as "link" from link
              where ${engine.among(sql.ref(near), keys)} and ${sql.ref(near)} <> ${sql.ref(far)}
                and ${followedSql(view, followed, kinds)}`,
          ];
    const both = [...steps('fromKey', 'toKey', followed.out), ...steps('toKey', 'fromKey', followed.back)];
    const all = sql<StepRow>`${sql.join(both, sql` union all `)} order by "near", "far", "link" limit ${limit}`;
    return { compile: () => all.compile(engine.build) };
  });
}

/** Whether a link is one of those followed, seen through a view. */
export function followedSql(
  view: View,
  { during, evidence }: LinksFollowed,
  kinds: readonly string[] | null,
): RawBuilder<SqlBool> {
  const sight = sightOf(view.revision.engine, view.lens, view.horizon);
  const where = { ...(kinds && { kinds }), ...(evidence && { evidence }) };
  return sql<SqlBool>`${linkTrustedSql(sight, 'link')} and ${heldDuringSql('link', during)}
    and ${linkWhereSql(sight, 'link', where, null)}`;
}

/** Stands for many keys in what is remembered. */
export function markOfKeys(keys: readonly number[]): string {
  return createHash('sha256').update(keys.join()).digest('base64');
}

/** The first so many steps, by the keys of the entities that they start from. */
function upTo(most: number, keys: readonly number[], found: StepsFrom): StepsRead {
  let left = most;
  let complete = true;
  const from = new Map<number, readonly Step[]>();
  for (const key of [...keys].sort((a, b) => a - b)) {
    const steps = found.get(key) ?? [];
    if (steps.length > left) complete = false;
    from.set(key, steps.length > left ? steps.slice(0, left) : steps);
    left = Math.max(left - steps.length, 0);
  }
  return { from, complete };
}
