import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of examples/ that tell the story, in its order; as many as the bar of a usual window shows. */
const story = [
  'alibaba-capex',
  'three-firms-total',
  'three-firms-growth',
  'who-grew-most',
  'h20-shipment-value',
  'h20-timeline',
  'china-us-gap',
  'unknown-is-not-zero',
];

/** The operations that GraphiQL opens on; none where the program has come without its examples. */
export function exampleTabs(examples: string): { readonly query: string }[] {
  return story.flatMap((name) => {
    try {
      return [{ query: readFileSync(join(examples, `${name}.graphql`), 'utf8') }];
    } catch {
      return [];
    }
  });
}
