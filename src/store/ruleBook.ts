import type { Clause, Definition, PlaceMatch, ReadAs, Rule, RuleBook } from '../controls/rule.ts';
import type { Engine } from './engine.ts';
import type { RulePart, RuleRow } from './ruleRow.ts';
import { type Read, whenRead } from './whenRead.ts';

type Row = Pick<RuleRow, 'part' | 'name' | 'json'> & { readonly slug: string | null };

/** Reads the rules of all controls: some hundred rows, so that they are kept. */
export function readRuleBook(engine: Engine): Read<RuleBook> {
  const { sql, parameters } = engine.build
    .selectFrom('rule')
    .leftJoin('entity', 'entity.key', 'rule.entityKey')
    .select(['rule.part', 'rule.name', 'rule.json', 'entity.slug'])
    .orderBy('rule.key')
    .compile();
  return whenRead(engine.run<Row>(sql, parameters), ruleBookOf);
}

function ruleBookOf(rows: readonly Row[]): RuleBook {
  const rules: Record<string, { clauses?: Clause[]; readAs?: ReadAs[]; notes?: readonly string[] }> = {};
  const definitions: Record<string, Definition> = {};
  const memberRules: Record<string, PlaceMatch> = {};
  const put: { readonly [Part in RulePart]: (row: Row, slug: string) => void } = {
    definition: ({ name, json }) => {
      definitions[name] = read<Definition>(json);
    },
    members: ({ json }, slug) => {
      memberRules[slug] = read<PlaceMatch>(json);
    },
    clause: ({ json }, slug) => {
      rules[slug] = { ...rules[slug], clauses: [...(rules[slug]?.clauses ?? []), read<Clause>(json)] };
    },
    'read-as': ({ json }, slug) => {
      rules[slug] = { ...rules[slug], readAs: [...(rules[slug]?.readAs ?? []), read<ReadAs>(json)] };
    },
    notes: ({ json }, slug) => {
      rules[slug] = { ...rules[slug], notes: read<readonly string[]>(json) };
    },
  };
  for (const row of rows) put[row.part](row, row.slug ?? '');
  return { rules: rules satisfies Record<string, Rule>, definitions, memberRules };
}

/** The compiler wrote it in this form, and the version of the tables is checked when a revision is opened. */
function read<Content>(json: string): Content {
  return JSON.parse(json) as Content;
}
