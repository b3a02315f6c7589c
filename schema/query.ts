import { builder } from './builder.ts';
import { ClaimConnection } from './claim.ts';
import { ClaimFilter } from './claimFilter.ts';
import { claimsBelow } from './claims.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { entryPoint } from './entryPoints.ts';
import { LinkConnection } from './link.ts';
import { LinkFilter } from './linkFilter.ts';
import { linkConnection } from './links.ts';
import { rowOrderArgument } from './order.ts';

builder.queryType({
  description:
    "What can be asked. Answers come through the default lens: every source and evidence, the world and the knowledge of the revision's horizon. `view` answers the same through another lens. An error carries a stable `extensions.code`, the name of the argument and what to write instead. What Chipgraph says of export controls is information, not legal advice.",
});

entryPoint('claims', (t) =>
  t.field({
    type: ClaimConnection,
    description:
      'All claims that the view sees, those that do not count included, by subject and property unless ordered otherwise.',
    args: {
      where: t.arg({ type: ClaimFilter.ref, description: 'Which of them.' }),
      ...rowOrderArgument,
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (view, asked) => claimsBelow(view, null, 'all', asked),
  }),
);

entryPoint('links', (t) =>
  t.field({
    type: LinkConnection,
    description: 'All links, by their start unless ordered otherwise.',
    args: {
      during: t.arg({
        type: 'PeriodLabel',
        description: 'Links that held on a day of this period; `../..` for all. Default: the day of the lens.',
      }),
      where: t.arg({ type: LinkFilter.ref, description: 'Which of them.' }),
      ...rowOrderArgument,
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (view, asked) => linkConnection(view, null, 'all', asked),
  }),
);
