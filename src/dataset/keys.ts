import * as z from 'zod';
import { suggestion } from './nearest.ts';

/**
 * An object with these keys and no others. Zod tells of all unknown keys of an object at once; here each gets a line of
 * the message, in their order, so that each can be shown where it stands.
 */
export function keys<Shape extends z.ZodRawShape>(
  shape: Shape,
  unknownKey: (key: string) => string = (key) => `unknown key \`${key}\`: ${suggestion(key, Object.keys(shape))}`,
) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map(unknownKey).join('\n') : undefined),
  });
}
