import type { RulePart, RuleRow } from '../store/ruleRow.ts';
import { compareTexts } from './compareTexts.ts';
import type { Entity } from './entity.ts';
import type { KeyOf } from './entityRows.ts';
import type { RuleFacts } from './readRules.ts';

/** The rows of the rules: definitions by name, then groups, then controls by key, each in the order of its file. */
export function ruleRows({ rules, definitions, memberRules }: RuleFacts, keyOf: KeyOf<Entity>): readonly RuleRow[] {
  const rows: Omit<RuleRow, 'key'>[] = [];
  const add = (part: RulePart, entity: Entity | null, name: string, content: object) =>
    rows.push({ part, entityKey: entity === null ? null : keyOf(entity), name, json: JSON.stringify(content) });

  for (const { file: _file, path: _path, ...definition } of definitions.toSorted(byName))
    add('definition', null, definition.name, definition);
  for (const { group, match } of memberRules.toSorted((left, right) => keyOf(left.group) - keyOf(right.group)))
    add('members', group, '', match);
  for (const { control, rule } of rules.toSorted((left, right) => keyOf(left.control) - keyOf(right.control))) {
    for (const clause of rule.clauses ?? []) add('clause', control, clause.id, clause);
    for (const readAs of rule.readAs ?? []) add('read-as', control, '', readAs);
    if (rule.notes !== undefined) add('notes', control, '', rule.notes);
  }
  return rows.map((row, index) => ({ key: index + 1, ...row }));
}

function byName(left: { readonly name: string }, right: { readonly name: string }): number {
  return compareTexts(left.name, right.name);
}
