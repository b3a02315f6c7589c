import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { LinkRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';
import { clientError } from './errors.ts';
import { entityValue, type KeysOf, keysAmong, type ReadKey, wordValue } from './groupKeys.ts';
import { linkFigure } from './linkFigure.ts';
import { evidenceOfLink } from './linkState.ts';
import { referenceTo } from './members.ts';
import type { GatheredRow, RowFigureShape, RowsTogether } from './rowsGathered.ts';

/** What links are grouped by. */
export const keysOfLinks: KeysOf<Seen<LinkRow>> = {
  kind: ({ node }) => [wordValue(node.row.kind)],
  subject: ({ node }) => whenRead(startOf(node), (start) => (start ? [entityValue(start)] : [])),
  evidence: ({ node }) => [wordValue(evidenceOfLink(node))],
};

/** The rows of a list of links, to be taken together. */
export function linksTogether(
  view: View,
  gather: () => Read<readonly Seen<LinkRow>[]>,
  count: () => Read<number>,
): RowsTogether {
  return {
    view,
    count,
    gather: (of, keys) => {
      const readers = keysAmong(keys, keysOfLinks);
      return whenRead(gather(), (links) =>
        whenRead(whenAllRead(links.map((link) => rowOf(link, of, readers))), (rows) =>
          rows.filter((row) => row !== null),
        ),
      );
    },
  };
}

function rowOf(
  link: Seen<LinkRow>,
  of: RowFigureShape | null,
  readers: readonly ReadKey<Seen<LinkRow>>[],
): Read<GatheredRow | null> {
  return whenRead(startOf(link), (start) => {
    if (start === null) return null;
    return whenRead(of && figureOf(link, of), (figure) => ({
      entity: referenceTo(start),
      seen: start,
      figure,
      extent: null,
      period: null,
      isFlow: false,
      valuesOf: () => whenAllRead(readers.map((read) => read({ node: link, figure, period: null }))),
    }));
  });
}

function startOf(link: Seen<LinkRow>) {
  return entityAt(link, 'from', ({ fromKey }) => fromKey);
}

function figureOf(link: Seen<LinkRow>, { property, unit }: RowFigureShape) {
  if (property !== 'units' && property !== 'equity-share') {
    throw clientError(
      'BAD_ARGUMENT',
      'Links have no such figure: they have UNITS, how many were bought, and EQUITY_SHARE.',
      'of',
    );
  }
  return whenRead(linkFigure(link, property), (figure) =>
    figure === null || unit == null ? figure : convert(link.view, figure, unit, 'mean', 'of'),
  );
}
