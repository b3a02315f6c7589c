import type { Evidence } from '../src/quantity/evidence.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import type { Lens } from '../src/store/lens.ts';
import { printLens } from '../src/store/lens.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Rank } from './claim.ts';
import type { Context } from './context.ts';
import { ViewRef } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { EvidenceEnum } from './evidence.ts';
import { entityArgument, longestId } from './globalId.ts';
import { Source } from './source.ts';

export const LensInput = builder.inputType('Lens', {
  description: 'What a view trusts, and when it looks. What is left out is as in the default lens.',
  fields: (t) => ({
    asOf: t.field({
      type: 'Date',
      description:
        'The day in the world: links, ownership, roles and figures without a period as they stood that day. Figures of a named period do not depend on it. Default: the horizon of the revision.',
    }),
    knownOn: t.field({
      type: 'Date',
      description:
        'Only claims published by this day count, and what restated them later does not yet. Default: the horizon of the revision.',
    }),
    sources: t.idList({
      description:
        'Slugs or ids of the sources trusted, at most 100. What an entity is (name, home, maker, calendar) and exchange rates stay visible, whatever is trusted. Default: all sources.',
    }),
    evidence: t.field({ type: [EvidenceEnum], description: 'The evidence trusted. Default: every kind.' }),
    includeTentative: t.boolean({
      defaultValue: false,
      description:
        'Whether sums, orders, filters and groups take in tentative figures, which they leave out and count otherwise.',
    }),
  }),
});

/** A lens as a client writes it. */
export interface LensShape {
  readonly asOf?: string | null | undefined;
  readonly knownOn?: string | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
  readonly evidence?: readonly Evidence[] | null | undefined;
  readonly includeTentative?: boolean | null | undefined;
}

builder.objectType(ViewRef, {
  description: 'The graph seen through one lens. It has the entry points of Query.',
  fields: (t) => ({
    asOf: t.field({
      type: 'Date',
      description: 'The day in the world that this view looks at.',
      resolve: ({ lens }) => lens.asOf,
    }),
    knownOn: t.field({
      type: 'Date',
      description: 'The day by which a source must have been published to be seen.',
      resolve: ({ lens }) => lens.knownOn,
    }),
    trustedSources: t.field({
      type: [Source],
      nullable: true,
      description: 'The sources trusted, at most 100; null where all are.',
      resolve: (view) => view.lens.sources && sourcesOf(view, view.lens.sources),
    }),
    trustedEvidence: t.field({
      type: [EvidenceEnum],
      description: 'The evidence trusted, best first.',
      resolve: ({ lens }) => lens.evidence,
    }),
    minimumRank: t.field({
      type: Rank,
      description: 'The lowest rank that sums, orders and filters take in.',
      resolve: ({ lens }) => (lens.includeTentative ? 'tentative' : 'normal'),
    }),
  }),
});

builder.queryField('view', (t) =>
  t.field({
    type: ViewRef,
    nullable: true,
    description:
      'The same entry points through another lens. Whatever hangs below an entity of a view stays in that view.',
    args: { lens: t.arg({ type: LensInput, required: true, description: 'What to trust, and when to look.' }) },
    resolve: (view, { lens }, context) => lensArgument(context, lens, view, 'lens'),
  }),
);

/** The view through a lens that a client writes; `otherwise` where it writes none. @throws the client's error */
export function lensArgument(
  context: Context,
  shape: LensShape | null | undefined,
  otherwise: View,
  argument: string,
): Read<View> {
  if (shape == null) return otherwise;
  const { horizon } = otherwise;
  if (shape.evidence?.length === 0)
    throw clientError('BAD_LENS', 'evidence is empty: name what is trusted, or leave it out.', `${argument}.evidence`);
  return whenRead(sourcesArgument(context, otherwise.through(), shape.sources, argument), (sources) => {
    const lens: Lens = {
      asOf: dayArgument(shape.asOf, horizon),
      knownOn: dayArgument(shape.knownOn, horizon),
      sources,
      evidence: shape.evidence ?? otherwise.through().lens.evidence,
      includeTentative: shape.includeTentative ?? false,
    };
    const length = Buffer.from(printLens(lens, horizon)).toString('base64url').length;
    if (length > longestId - 100) {
      throw clientError(
        'BAD_LENS',
        `The lens takes ${length} characters in ids, which have at most ${longestId}: name fewer sources.`,
        argument,
      );
    }
    return otherwise.through(lens);
  });
}

/** A day after the horizon looks at the horizon: nothing is known beyond it. */
function dayArgument(date: string | null | undefined, horizon: string): string {
  const day = date == null ? horizon : (lastDayOf(date) ?? horizon);
  return day > horizon ? horizon : day;
}

function sourcesArgument(
  context: Context,
  view: View,
  ids: readonly string[] | null | undefined,
  argument: string,
): Read<readonly string[] | null> {
  if (ids == null) return null;
  if (ids.length < 1 || ids.length > 100) {
    throw clientError('BAD_LENS', `sources names ${ids.length} sources; 1 to 100 are allowed.`, `${argument}.sources`);
  }
  const asked = ids.map((id) => ({
    type: 'Source' as const,
    name: entityArgument(context, view, id, ['Source'], `${argument}.sources`).slug,
  }));
  return whenRead(view.namedAll(asked), (found) =>
    found.map(([source], place) => {
      if (source === undefined)
        throw clientError('BAD_LENS', `There is no source "${ids[place]}".`, `${argument}.sources`);
      return source.row.slug;
    }),
  );
}

function sourcesOf(view: View, slugs: readonly string[]) {
  const asked = slugs.map((name) => ({ type: 'Source' as const, name }));
  return whenRead(view.namedAll(asked), (found) => found.flatMap(([source]) => source ?? []));
}
