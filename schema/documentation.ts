import { builder } from './builder.ts';

/** How much is documented behind an answer about links. */
export interface DocumentationShape {
  readonly linkCount: number;
  readonly entityCount: number;
  readonly undocumentedCount: number;
}

export const Documentation = builder.objectRef<DocumentationShape>('Documentation').implement({
  description:
    'How thick the documentation under an answer about links is: the absence of a link is not the absence of a supplier.',
  fields: (t) => ({
    linkCount: t.exposeInt('linkCount', { description: 'The links looked at.' }),
    entityCount: t.exposeInt('entityCount', { description: 'The entities looked at.' }),
    undocumentedCount: t.exposeInt('undocumentedCount', {
      description: 'Those among them without any documented link of the kinds asked for.',
    }),
  }),
});
