import { expect } from 'vitest';
import type { Serving } from './ask.ts';

/** The slugs of what a list holds under a condition, in its order, through the default lens or another; counted alike. */
export async function slugsIn(
  server: Pick<Serving, 'ask'>,
  list: string,
  where: string,
  lens?: string,
): Promise<readonly string[]> {
  const query = `${list}(where: ${where}) { edges { node { slug } } totalCount }`;
  const { body } = await server.ask(lens === undefined ? `{ ${query} }` : `{ view(lens: ${lens}) { ${query} } }`);
  expect(body.errors).toBeUndefined();
  const { edges, totalCount } = lens === undefined ? Object(body.data)[list] : Object(body.data).view[list];
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }: { node: { slug: string } }) => node.slug);
}
