import * as z from 'zod';

/**
 * The scalars of fact files. YAML is read without types of its own, so that `83.0`, `2024` and the place `no` stay as
 * they are written; the editor's own YAML has types, so its JSON Schema must let numbers pass where text is wanted.
 */

const asWritten = { type: ['string', 'number'] } as const;

/** Words. */
export const text = z.string().regex(/\S/, { error: 'write words here' }).meta(asWritten);

/** Anything written without a line break: a quantity, a day, a period. Its meaning is checked where it is read. */
export const written = z.string().regex(/\S/, { error: 'write a value here' }).meta(asWritten);

/** The short name of an entity, or a word of a closed list: lower case, digits and single hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'write lower-case letters, digits and single hyphens, for example `nvidia-h20`',
  })
  .meta(asWritten);

/** What exactly was measured: a word like a slug, with a finer one after a stroke where there are two. */
export const definitionId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/, {
    error: 'write lower-case letters, digits and single hyphens, for example `cash-purchases` or `fp16/vector`',
  })
  .meta(asWritten);

/** Names an entity: its slug, or `Company:alibaba` where several kinds have that slug. */
export const reference = z
  .string()
  .regex(/^([A-Z][A-Za-z]+:)?[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'write the file name of an entity without .yaml, for example `alibaba`, or `Company:alibaba`',
  })
  .meta(asWritten);

/** A yes or a no. */
export const flag = z.enum(['true', 'false']).meta({ type: 'boolean', enum: [true, false] });
