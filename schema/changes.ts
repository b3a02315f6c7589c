import { comparison } from '../src/metrics/comparison.ts';
import type { claimParts } from '../src/store/claimParts.ts';
import type { ClaimChange } from '../src/store/compareClaims.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { type ChangeShape, changesBetween, seeChanges, textOfChange } from './changesOf.ts';
import { ClaimRef } from './claim.ts';
import { ComparisonRef } from './comparison.ts';
import { type ConnectionShape, connectionOf, type PageArguments, pageArguments, pageComplexity } from './connection.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';
import { figureIn } from './figure.ts';
import { listPage } from './listPage.ts';
import { revisionArgument } from './revisionArgument.ts';

/** How many claims may be compared for one answer. */
const claimBudget = 200_000;

const ChangeKind = enumOf('ChangeKind', 'What may happen to a claim between two revisions.', {
  added: 'It is new.',
  removed: 'It is gone.',
  changed: 'It reads otherwise.',
});

const ClaimPart = enumOf('ClaimPart', 'A part in which a claim may read otherwise.', {
  figure: 'The number: value, bounds or unit.',
  period: 'The label of its period.',
  qualifiers: 'How its qualifiers are written.',
  text: 'The text.',
  evidence: 'How good it is.',
  kind: 'Of what sort it is.',
  speaker: 'Who said it, or in which role.',
  rank: 'Its rank.',
  reason: 'The reason for its rank.',
  'superseded-by': 'What restates it.',
  'denied-by': 'Who denies it.',
  inferred: 'Whether the source says it or it is inferred.',
  subject: 'At whom it is found, such as the investor of capital expenditure.',
} satisfies Record<(typeof claimParts)[number], string>);

const ChangeRef = builder.objectRef<ChangeShape>('Change').implement({
  description:
    'A claim that two revisions have otherwise. Claims are matched by their ids, which are made of their fact, their words and their sources; the line in which one stands is no part of it.',
  fields: (t) => ({
    kind: t.field({ type: ChangeKind, description: 'What happened to the claim.', resolve: kindOf }),
    parts: t.field({
      type: [ClaimPart],
      description: 'In which parts it reads otherwise; empty where it was added or removed.',
      resolve: ({ parts }) => [...parts],
    }),
    before: t.field({
      type: ClaimRef,
      nullable: true,
      description: 'The claim in the older revision; null where it was added.',
      resolve: ({ before }) => before,
    }),
    after: t.field({
      type: ClaimRef,
      nullable: true,
      description: 'The claim in the newer revision; null where it was removed.',
      resolve: ({ after }) => after,
    }),
    moved: t.field({
      type: [ComparisonRef],
      description:
        "The figures that moved with it, old on the left, each through its revision's default lens; at most 100: that of its fact; growth to its period, and to the same period a year later; the value of its shipment; what is computed from its processor's specification. Unknown on a side of which nothing is claimed. Totals and what else follows are not listed.",
      complexity: { field: 20, multiplier: 4 },
      resolve: (change) =>
        whenRead(change.moved(), (moved) =>
          moved.map(({ entity, property, before, after }) => ({
            left: figureIn(change.views.before, before),
            right: figureIn(change.views.after, after),
            comparison: comparison(before, after),
            of: { entity, property },
          })),
        ),
    }),
    text: t.string({ description: 'The change of the claim in plain words.', resolve: textOfChange }),
  }),
});

const ChangeConnection = connectionOf(ChangeRef, 'changes between revisions');

builder.queryField('changes', (t) =>
  t.field({
    type: ChangeConnection,
    nullable: true,
    description: `What differs between two kept revisions: claims added, removed and changed, by their ids, and the figures that they move. Null with an error where one is not kept, or where more than ${claimBudget.toLocaleString('en')} claims would have to be compared.`,
    args: {
      from: t.arg.id({ required: true, description: 'The id of the older revision.' }),
      to: t.arg.id({ description: 'The id of the newer revision; left out, the current one.' }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (view, { from, to, ...asked }, context) =>
      whenRead(
        whenAllRead([revisionArgument(context, from, 'from'), to == null ? view : revisionArgument(context, to, 'to')]),
        ([before = view, after = view]) => changeConnection(before, after, asked),
      ),
  }),
);

function changeConnection(before: View, after: View, asked: PageArguments): Read<ConnectionShape<ChangeShape>> {
  const order = `changes from ${before.revision.info.id} to ${after.revision.info.id} by claim`;
  return whenRead(changesBetween(before, after, claimBudget), (changes) => {
    if (changes === null) {
      throw clientError(
        'BUDGET_EXCEEDED',
        `More than ${claimBudget} claims would have to be compared; run \`chipgraph diff\` instead.`,
        'from',
      );
    }
    const placed = changes.map((row) => ({ row, keys: [row.id] }));
    return whenRead(listPage(after, placed, asked, order), (page) => seen(before, after, page));
  });
}

/** Only the changes of the page are looked at. */
function seen(before: View, after: View, page: ConnectionShape<ClaimChange>): Read<ConnectionShape<ChangeShape>> {
  return whenRead(seeChanges(before, after, page.nodes), (nodes) => {
    const rows = new Map(nodes.map((node, place) => [node, page.nodes[place]]));
    const cursorOf = (node: ChangeShape) => {
      const row = rows.get(node);
      return row === undefined ? '' : page.cursorOf(row);
    };
    return { ...page, nodes, cursorOf };
  });
}

function kindOf({ before, after }: ChangeShape): 'added' | 'removed' | 'changed' {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}
