import type { Clause, Condition } from '../controls/rule.ts';
import { checkRings } from './checkRings.ts';
import { type Findings, inside, nameSpot, report, type Spot } from './findings.ts';
import { suggestion } from './nearest.ts';
import type { ControlRule, RuleFacts } from './readRules.ts';
import type { World } from './world.ts';

/** Checks what shows only where all rules are known: names of clauses, and what leads back to itself. */
export function checkRules(
  { rules, definitions, memberRules }: RuleFacts,
  { catalogue, findings }: Pick<World, 'catalogue' | 'findings'>,
): void {
  const clauses = clausesByName(rules, findings);
  const isBroken = (name: string) => catalogue.broken.has(`ExportControl:${name.split('/')[0]}`);
  const isKnown = (name: string) => clauses.has(name) || isBroken(name);
  const names = [...clauses.keys()];
  for (const clause of clauses.values()) checkNames(clause, names, isKnown, findings);
  const takenBy = ({ clause, spot }: NamedClause) =>
    [...(clause.lifts ?? []), ...(clause.replaces ?? [])].map((to) => ({ to, ...spot }));
  checkRings('lifts or replaces', mapValues(clauses, takenBy), findings);
  checkRings(
    'the definition',
    new Map(definitions.map(({ name, when, ...spot }) => [name, refsOf(when).map((to) => ({ to, ...spot }))] as const)),
    findings,
  );
  checkRings(
    'membersRule',
    new Map(
      memberRules.map(({ group, match: { anyOf = [], noneOf = [] }, ...spot }) => [
        group.slug,
        [...anyOf, ...noneOf].map((to) => ({ to, ...spot })),
      ]),
    ),
    findings,
  );
}

interface NamedClause {
  readonly clause: Clause;
  readonly spot: Spot;
}

/** By `us-2023-10-acs/a-d5`. */
function clausesByName(rules: readonly ControlRule[], findings: Findings): ReadonlyMap<string, NamedClause> {
  const byName = new Map<string, NamedClause>();
  for (const { control, rule, ...around } of rules) {
    for (const [index, clause] of (rule.clauses ?? []).entries()) {
      const spot = inside(around, 'clauses', index);
      const name = `${control.slug}/${clause.id}`;
      const other = byName.get(name);
      if (other === undefined) byName.set(name, { clause, spot });
      else
        report(
          findings,
          inside(spot, 'id'),
          `the clause at ${nameSpot(other.spot)} is called ${clause.id} too: rename one`,
        );
    }
  }
  return byName;
}

function checkNames(
  { clause, spot }: NamedClause,
  names: readonly string[],
  isKnown: (name: string) => boolean,
  findings: Findings,
): void {
  for (const key of ['lifts', 'replaces'] as const) {
    const seen = new Set<string>();
    for (const [index, name] of (clause[key] ?? []).entries()) {
      const here = inside(spot, key, index);
      // Each suggestion takes a look at every name: of many slips only the first get one.
      const near = () => suggestion(name, findings.problems.length < 100 ? names : []);
      if (!isKnown(name)) report(findings, here, `no clause is called \`${name}\`: ${near()}`);
      else if (seen.has(name)) report(findings, here, `\`${name}\` stands here twice: leave one out`);
      seen.add(name);
    }
  }
}

function refsOf(condition: Condition): readonly string[] {
  if ('ref' in condition) return [condition.ref];
  if ('not' in condition) return refsOf(condition.not);
  if ('all' in condition) return condition.all.flatMap(refsOf);
  return 'any' in condition ? condition.any.flatMap(refsOf) : [];
}

function mapValues<Value, Result>(map: ReadonlyMap<string, Value>, change: (value: Value) => Result) {
  return new Map([...map].map(([key, value]) => [key, change(value)] as const));
}
