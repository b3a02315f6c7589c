import * as z from 'zod';

/**
 * The scalars of fact files. YAML is read without types of its own, so that `83.0`, `2024` and the place `no` stay as
 * they are written: each of these takes the text between key and end of line.
 */

/** Any words. */
export const text = z
  .string({ error: 'write words here' })
  .refine((words) => words.trim() !== '', { error: 'is empty: write something, or leave the key out' })
  .meta({ type: 'string' });

/** The short name of an entity or a word: lower case, digits and hyphens. */
export const slug = z
  .string({ error: 'write one id here' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'write an id of lower-case letters, digits and single hyphens, for example `nvidia-h20`',
  });

/** A yes or a no. */
export const flag = z.enum(['true', 'false'], { error: 'write true or false' });
