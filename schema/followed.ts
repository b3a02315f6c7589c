import type { Budget } from '../src/graph/budget.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import type { LinksFollowed } from '../src/store/steps.ts';
import type { View } from '../src/store/view.ts';
import { builder } from './builder.ts';
import { EvidenceFilter, type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { dayOf } from './links.ts';
import { periodArgument } from './period.ts';
import { LinkKind } from './property.ts';

/** Which links a client wants to have followed. */
export interface FollowedShape {
  readonly kinds?: readonly LinkKindId[] | null | undefined;
  readonly during?: string | null | undefined;
  readonly evidence?: EvidenceShape | null | undefined;
}

/** The arguments that say which links are followed. */
export const followedArguments = builder.args((t) => ({
  kinds: t.field({ type: [LinkKind], description: 'Only links of these kinds.' }),
  during: t.field({
    type: 'PeriodLabel',
    description: 'Only links that held on a day of this period; `../..` for all. Default: the day of the lens.',
  }),
  evidence: t.field({ type: EvidenceFilter, description: 'Only links of which the best evidence is this.' }),
}));

/** Which links are followed, and which way. */
export function followed(
  view: View,
  { kinds, during, evidence }: FollowedShape,
  direction: 'out' | 'in' | 'both',
): LinksFollowed {
  const wanted = kinds == null ? null : [...new Set(kinds)].sort();
  return {
    out: direction === 'in' ? [] : wanted,
    back: direction === 'out' ? [] : wanted,
    during: during == null ? dayOf(view) : periodArgument(during, null, 'during'),
    evidence: evidence == null ? null : evidencesOf(evidence),
  };
}

/** The same links followed the other way. */
export function turnedRound({ out, back, ...others }: LinksFollowed): LinksFollowed {
  return { ...others, out: back, back: out };
}

/** What one search over links may cost. */
export const searchBudget = { entities: 20_000, links: 50_000, seconds: 2 };

/** The budget in words. */
export const printBudget = `${searchBudget.entities.toLocaleString('en')} entities, ${searchBudget.links.toLocaleString('en')} links, ${searchBudget.seconds} seconds`;

/** A budget that starts to run now. */
export function newBudget(): Budget {
  const end = performance.now() + searchBudget.seconds * 1_000;
  const { entities, links } = searchBudget;
  return { entities, links, isOver: () => performance.now() > end };
}
