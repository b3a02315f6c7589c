import * as z from 'zod';
import { kindWords } from './kindOfEntity.ts';
import { definitionId, flag, slug, text } from './scalar.ts';

const kinds = z.array(z.enum(kindWords)).min(1);

const definition = z.strictObject({
  id: definitionId.describe('The word by which claims name it, for example `cash-purchases` or `fp16/vector`.'),
  flow: flag
    .optional()
    .describe('false where figures so defined do not add up over periods, though the property is a flow.'),
  means: text.describe('What exactly is measured, for readers of the API.'),
});

const qualifier = z.strictObject({
  datatype: z.enum(['text', 'entity', 'period']).describe('What the value of the qualifier is.'),
  of: kinds.optional().describe('For an entity: the kinds it may be of.'),
  values: z
    .array(slug)
    .min(1)
    .optional()
    .describe('For a text: the closed list of words allowed; any text where left out.'),
  means: text.describe('What it tells apart, for readers of the API.'),
});

const property = z.strictObject({
  datatype: z.enum(['quantity', 'text', 'date', 'entity']).describe('What its claims hold.'),
  unit: z
    .union([text, z.array(text).min(1)])
    .optional()
    .describe(
      'For quantities: `money` for any currency, `count`, `ratio`, `percent`, or a code such as `GB/s`; a list where it has several.',
    ),
  nonNegative: flag
    .optional()
    .describe(
      'For quantities: whether it cannot be below zero, so that a sum keeps its low end without the unknown ones.',
    ),
  flow: flag
    .optional()
    .describe(
      'For quantities: whether the figures of adjoining periods add up, as spending does and cash held does not. Figures of other periods are then computed from them.',
    ),
  adds: flag
    .optional()
    .describe('For quantities: whether the figures of several entities add up, as spending does and prices do not.'),
  of: z
    .array(z.enum([...kindWords, 'link']))
    .min(1)
    .describe('The kinds of entity it is claimed of; `link` for what is said of a link.'),
  qualifiers: z
    .record(slug, qualifier)
    .optional()
    .describe('What makes two facts of one subject and period different ones.'),
  definitions: z
    .array(definition)
    .min(1)
    .optional()
    .describe('The closed list of what may have been measured, in order of preference.'),
  means: text.describe('What it is, for readers of the API.'),
});

const linkKind = z.strictObject({
  from: kinds.describe('The kinds of entity it starts from.'),
  to: kinds.describe('The kinds of entity it leads to.'),
  inverse: slug.describe('The same link read backwards.'),
  dependent: z
    .enum(['from', 'to'])
    .optional()
    .describe('The end that needs the other one, as a customer its supplier; left out where neither does.'),
  means: text.describe('What it says of its two ends, for readers of the API.'),
});

/** data/properties.yaml: the words that claims and links are written in. */
export const PropertiesFile = z.strictObject({
  properties: z.record(slug, property).describe('What can be claimed, by its id.'),
  linkKinds: z.record(slug, linkKind).describe('The kinds of link, by their id.'),
});

/** The words as the file gives them. */
export type PropertiesFile = z.infer<typeof PropertiesFile>;
