import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of examples/ that tell the story, in its order. */
const story = ['alibaba-capex', 'three-firms-growth', 'h20-shipment-value', 'bytedance-data-centres', 'who-buys-h20'];

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
