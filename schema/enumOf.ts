import { builder } from './builder.ts';

/**
 * A GraphQL enum over words of data/: `capital-expenditure` is CAPITAL_EXPENDITURE to clients. `means` describes each,
 * in the order in which they are to be shown.
 */
export function enumOf<Word extends string>(name: string, description: string, means: Readonly<Record<Word, string>>) {
  const values: Record<string, { value: Word; description: string }> = {};
  for (const word in means) values[word.toUpperCase().replaceAll('-', '_')] = { value: word, description: means[word] };
  return builder.enumType(name, { description, values });
}
