import * as z from 'zod';
import {
  clauseOutcomes,
  exporterRoles,
  importOutcomes,
  licencePolicies,
  ruleQuantities,
} from '../controls/vocabulary.ts';
import { keys } from './keys.ts';
import { flag, reference, text, written } from './scalar.ts';

/** The name of a clause or definition: letters, digits, and single dots and hyphens between them, as the law writes them. */
export const ruleName = z
  .string()
  .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, {
    error: 'write letters, digits, and single dots and hyphens between them, for example `a-d5` or `3A090.a`',
  })
  .meta({ type: ['string', 'number'] });

const sources = {
  source: reference.optional().describe('The file in data/sources of the publication that says so.'),
  sources: z.array(reference).min(1).optional().describe('The same, where several publications say so.'),
};

const weak = {
  rank: z.enum(['tentative']).optional().describe('tentative where it is of weak confidence. Give the reason.'),
  reason: text.optional().describe('Why it is of weak confidence.'),
};

const days = written.describe('The days, both included: `2023-11-17/..`, `2022-10-21/2023-11-16`, `../..`.');

const windowEntry = z.union([days, keys({ days, ...weak, ...sources })]);

const windows = z.union([written, z.array(windowEntry).min(1)]);

const operative = windows.describe(
  'When it was applied, both days included: `2023-11-17/..`, a list of such windows, or `never`. A window of weak confidence is `{ days: …, rank: tentative, reason: … }`.',
);

const places = z.array(reference).min(1);

/** Places and groups of places: a list, or what is left out besides. */
const placeMatch = z.union([
  places,
  keys({
    anyOf: places
      .optional()
      .describe('One of these places or groups: files in data/places. `world` is every place but the United States.'),
    noneOf: places.optional().describe('And none of these.'),
    possibly: places.optional().describe('Places of which nobody has said whether they are meant.'),
  }),
]);

const party = keys({
  listedBy: z
    .array(reference)
    .min(1)
    .optional()
    .describe('Listed by one of these controls on the day, by links of the kind listed-by.'),
  anyOf: z.array(reference).min(1).optional().describe('One of these companies.'),
  noneOf: z
    .array(z.union([reference, keys({ company: reference.describe('The company.'), days, ...weak })]))
    .min(1)
    .optional()
    .describe(
      'None of these companies; `{ company: g42, days: ../2027-04-06 }` for one that is left aside for a time.',
    ),
  headquartersIn: placeMatch
    .optional()
    .describe('Its headquarters, or those of its ultimate parent, lie in one of these places.'),
  headquartersNotIn: placeMatch.optional().describe('Neither lie in one of these places.'),
  ownedByListed: written.optional().describe('Listed firms own at least this share of it: `50 %`.'),
  role: text.optional().describe('What it does, in words; then the clause reaches nobody of whom that is not said.'),
});

const quota = keys({
  limit: written.describe('The limit, with its sign: `<= 50 %`, `<= 26,900,000 TOPS x bit`.'),
  basis: text.describe('What it is measured by and over: `units shipped to US customers`.'),
  uses: z.enum(namesOf(ruleQuantities)).optional().describe('The quantity that each unit of an item uses up of it.'),
  thenPolicy: z.enum(namesOf(licencePolicies)).optional().describe('How applications beyond it are reviewed.'),
  ...weak,
});

const clause = keys({
  id: ruleName.describe('Its name within the control: `a-d5`.'),
  citation: text.optional().describe('The paragraph: `742.6(a)(6)(iii)`. Left out where there is no public text.'),
  text: text.optional().describe('What it does, in plain words.'),
  operative,
  codified: windows.optional().describe('When the text says that it applies, where that differs: the same form.'),
  destinations: placeMatch.describe('Where the item goes: `[cn, hk]`, or `{ anyOf: [world], noneOf: [acs-scope] }`.'),
  party: party.optional().describe('Whom it goes to; all that is said must hold. Left out where it does not matter.'),
  exporter: z
    .array(z.enum(namesOf(exporterRoles)))
    .min(1)
    .optional()
    .describe('Who ships it; left out where it binds whoever does.'),
  flow: z
    .enum(['import'])
    .optional()
    .describe('import for a measure on what comes in, which never decides about exports.'),
  when: text
    .optional()
    .describe(
      'The item: comparisons and definitions joined by `and`, `or`, `not` and parentheses: `total-processing-performance >= 1600 and performance-density >= 5.92`, `processor in [nvidia-h20]`, `3A090.a-caught and not (data-centre = false)`. Left out where it does not matter.',
    ),
  outcome: z.enum([...namesOf(clauseOutcomes), ...namesOf(importOutcomes)]).describe('What follows.'),
  policy: z
    .enum(namesOf(licencePolicies))
    .optional()
    .describe('How licence applications are reviewed, where a licence is required.'),
  policyRank: z.enum(['tentative']).optional().describe('tentative where only the policy is of weak confidence.'),
  policyReason: text.optional().describe('Why the policy is of weak confidence.'),
  otherPolicies: z
    .array(keys({ policy: z.enum(namesOf(licencePolicies)).describe('The policy.'), ...sources }))
    .min(1)
    .optional()
    .describe('The policies that other sources give.'),
  lifts: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'Of an exception: the clauses whose outcome it replaces, `a-d5` of this control or `us-2023-10-acs/a-d5` of another.',
    ),
  replaces: z
    .array(text)
    .min(1)
    .optional()
    .describe('The clauses whose place it takes where it applies, named in the same way.'),
  inCountry: flag.optional().describe('true where it reaches items that stay in the country where they are made.'),
  quota: quota.optional().describe('How much may pass; of an exception: what must not be passed.'),
  rate: written.optional().describe('The rate of a duty or share of revenue: `25 %`.'),
  requires: z.array(text).min(1).optional().describe('What an applicant or exporter must show.'),
  ...weak,
  note: text.optional().describe('What a reader should know besides.'),
  ...sources,
});

/** The key `rule` of a file in data/export-controls. */
export const ruleShape = keys({
  ...sources,
  clauses: z
    .array(clause)
    .min(1)
    .optional()
    .describe('Its clauses; those without sources of their own have those of the rule.'),
  readAs: z
    .array(
      keys({ place: reference.describe('The place.'), as: reference.describe('The place that it is read as.'), days }),
    )
    .min(1)
    .optional()
    .describe('Places that rules read as another: Hong Kong as China.'),
  notes: z.array(text).min(1).optional().describe('What the rule says besides and no clause does, for the reader.'),
});

/** The key `membersRule` of a group in data/places. */
export const membersRuleShape = keys({
  anyOf: places.optional().describe('Members are the places that belong to one of these places or groups'),
  noneOf: places.optional().describe('and to none of these.'),
  possibly: places.optional().describe('Places of which nobody has said whether they are members.'),
  ...sources,
});

const alternatives = z.record(ruleName, text);

const definition = keys({
  text: text.describe('What it means, in plain words.'),
  citation: text.optional().describe('The paragraph: `15 CFR part 774 supplement 1, ECCN 3A090.a`.'),
  ...sources,
  when: text.optional().describe('The conditions, as in a clause.'),
  anyOf: alternatives.optional().describe('Instead of `when`: paragraphs of which one must hold, by their names.'),
  allOf: alternatives.optional().describe('Instead of `when`: paragraphs that must all hold, by their names.'),
});

/** data/control-definitions.yaml. */
export const definitionsShape = keys({
  definitions: z.record(ruleName, definition).describe('The conditions that clauses share, by name.'),
});

/** The rule of a control, as its file gives it. */
export type RuleEntry = z.infer<typeof ruleShape>;

/** A clause as a file gives it. */
export type ClauseEntry = z.infer<typeof clause>;

/** Windows as a file gives them. */
export type WindowsEntry = z.infer<typeof windows>;

/** Places as a file gives them. */
export type PlaceMatchEntry = z.infer<typeof placeMatch>;

/** The buyers of a clause as a file gives them. */
export type PartyEntry = z.infer<typeof party>;

/** A quota as a file gives it. */
export type QuotaEntry = z.infer<typeof quota>;

/** Who is a member of a group, as its file gives it. */
export type MembersRuleEntry = z.infer<typeof membersRuleShape>;

/** A definition as a file gives it. */
export type DefinitionEntry = z.infer<typeof definition>;

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): [Name, ...Name[]] {
  // No vocabulary is empty.
  return Object.keys(record) as [Name, ...Name[]];
}
