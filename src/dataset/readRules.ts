import type { Definition, PlaceMatch, ReadAs, Rule } from '../controls/rule.ts';
import type { Entity } from './entity.ts';
import { inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import { readClause } from './readClause.ts';
import { readDefinitions } from './readDefinitions.ts';
import { readPlaceMatch } from './readMatches.ts';
import { readSources } from './readSources.ts';
import { openDays, readDays } from './readWindows.ts';
import type { MembersRuleEntry, RuleEntry } from './ruleShape.ts';
import type { WrittenFile } from './sourceFile.ts';
import type { World } from './world.ts';

/** The rules of all controls, what they share, and where each stands. */
export interface RuleFacts {
  readonly rules: readonly ControlRule[];
  readonly definitions: readonly (Definition & Spot)[];
  readonly memberRules: readonly GroupRule[];
}

/** The rule of a control; its clauses stand at `clauses` further in, in their order. */
export interface ControlRule extends Spot {
  readonly control: Entity;
  readonly rule: Rule;
}

/** A group of places whose membership is a rule. */
export interface GroupRule extends Spot {
  readonly group: Entity;
  readonly match: PlaceMatch;
}

/** Reads the rules of all controls, the definitions, and who belongs to groups by a rule. */
export function readRules(definitionsFile: WrittenFile | undefined, world: World): RuleFacts {
  const { definitions, names } = readDefinitions(definitionsFile, world);
  const rules: ControlRule[] = [];
  const memberRules: GroupRule[] = [];
  for (const entity of world.entities.values()) {
    const { file, rule, membersRule } = entity.draft;
    if (rule !== null) {
      const spot = { file, path: ['rule'] };
      rules.push({ control: entity, rule: readRule(rule, spot, entity, names, world), ...spot });
    }
    if (membersRule !== null) {
      const spot = { file, path: ['membersRule'] };
      if (entity.draft.structure.some(({ kind }) => kind === 'member-of'))
        report(world.findings, spot, 'members by a rule and by name: leave one of them out');
      memberRules.push({ group: entity, match: readMembersRule(membersRule, spot, world), ...spot });
    }
  }
  return { rules, definitions, memberRules };
}

function readRule(
  entry: RuleEntry,
  spot: Spot,
  { slug }: Entity,
  definitions: readonly string[] | null,
  world: World,
): Rule {
  const around = { control: slug, sources: readSources(entry, spot, world), definitions };
  const clauses = entry.clauses?.map((clause, index) =>
    readClause(clause, inside(spot, 'clauses', index), around, world),
  );
  return { clauses, readAs: readReadAs(entry, spot, world), notes: entry.notes };
}

function readReadAs({ readAs }: RuleEntry, spot: Spot, world: World): readonly ReadAs[] | undefined {
  return readAs?.flatMap((entry, index) => {
    const here = inside(spot, 'readAs', index);
    const place = follow(entry.place, ['Place'], inside(here, 'place'), world);
    const as = follow(entry.as, ['Place'], inside(here, 'as'), world);
    const days = readDays(entry.days, inside(here, 'days'), world.findings);
    if (place === null || as === null || days === null) return [];
    if (place === as) report(world.findings, inside(here, 'as'), 'a place is read as another: write that one');
    return [{ place: place.slug, as: as.slug, ...openDays(days) }];
  });
}

function readMembersRule(entry: MembersRuleEntry, spot: Spot, world: World): PlaceMatch {
  const { source, sources, ...match } = entry;
  if (readSources(entry, spot, world).length === 0 && source === undefined && sources === undefined)
    report(world.findings, spot, 'a rule of membership without a source: add `source`');
  return readPlaceMatch(match, spot, world);
}
