import type { Item, Location, Question } from '../../src/controls/question.ts';
import type { Clause, Rule, RuleBook } from '../../src/controls/rule.ts';
import { Rules } from '../../src/controls/rules.ts';

type Written = Partial<Clause> & Pick<Clause, 'id'>;

/** Rules of a few clauses, of which only what matters is written: all else is in force for ever, for the whole world. */
export function smallRules(
  controls: Readonly<Record<string, readonly Written[]>>,
  more: Partial<RuleBook> = {},
): Rules {
  const rules: Record<string, Rule> = {};
  for (const [control, clauses] of Object.entries(controls)) rules[control] = { clauses: clauses.map(whole) };
  return new Rules({ rules, definitions: {}, memberRules: {}, ...more });
}

function whole(clause: Written): Clause {
  return {
    operative: [{}],
    destinations: { anyOf: ['world'] },
    outcome: 'licence-required',
    policy: 'presumption-of-denial',
    ...clause,
  };
}

/** A place that belongs to nothing. */
export const somewhere: Location = { place: 'somewhere', memberships: [] };

/** What is asked about an item, where nothing but that is said. */
export function about(item: Item, more: Partial<Question> = {}): Question {
  return {
    item,
    destination: somewhere,
    buyer: null,
    exporter: 'designer',
    day: '2024-06-01',
    reading: 'practice',
    shipped: null,
    ...more,
  };
}
