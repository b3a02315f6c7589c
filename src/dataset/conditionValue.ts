import { entitiesOf, type RuleQuantity, ruleQuantities, wordsOf } from '../controls/vocabulary.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { parseUnit, unitFactor } from '../quantity/unit.ts';
import { find } from './catalogue.ts';
import type { Token } from './conditionTokens.ts';
import { type ConditionWords, reportWord } from './conditionWords.ts';
import { kindsOfEntity } from './kindOfEntity.ts';
import { suggestion } from './nearest.ts';

/** A threshold, in the unit of its quantity. The law writes no unit after performance and density; all others need one. */
export function readNumber(written: Token, quantity: RuleQuantity, here: ConditionWords): number | null {
  const { unit } = ruleQuantities[quantity];
  const code = parseUnit(unit) ?? unit;
  if (!unitless.includes(unit) && /^[\d.]+$/.test(written.text))
    return reportWord(here, written, `write the unit too: \`${written.text} ${unit}\``);
  const read = parseQuantity(written.text, { unit: code });
  if ('problem' in read) return reportWord(here, written, read.problem);
  if (read.value === null) return reportWord(here, written, `\`${written.text}\` is no threshold: write one number`);
  const factor = unitFactor(read.unit, code);
  if (factor === null)
    return reportWord(here, written, `\`${quantity}\` is not measured in ${read.unit}: write it in ${unit}`);
  return read.value.times(factor).toNumber();
}

const unitless: readonly string[] = ['TOPS x bit', 'TOPS x bit/mm2', 'count', 'ratio'];

/** A yes or no. */
export function readBoolean(written: Token, quantity: RuleQuantity, here: ConditionWords): boolean | null {
  if (written.text === 'true' || written.text === 'false') return written.text === 'true';
  return reportWord(here, written, `\`${quantity}\` is a yes or no: write \`true\` or \`false\``);
}

/** A word of the quantity's list, or the slug of an entity. */
export function readWord(written: Token, quantity: RuleQuantity, here: ConditionWords): string | null {
  const { text } = written;
  const words: Readonly<Record<string, readonly string[]>> = wordsOf;
  const known = words[quantity];
  if (known?.includes(text)) return text;
  if (known !== undefined)
    return reportWord(here, written, `unknown ${quantity} \`${text}\`: ${suggestion(text, known)}`);
  const entities: Readonly<Record<string, keyof typeof kindsOfEntity>> = entitiesOf;
  const kind = entities[quantity];
  if (kind === undefined) {
    if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
    return reportWord(here, written, `\`${text}\` is no word: write lower-case letters, digits and single hyphens`);
  }
  const found = find(here.catalogue, text, [kindsOfEntity[kind]]);
  if (!('problem' in found)) return found.slug;
  return found.problem === null ? null : reportWord(here, written, found.problem);
}
