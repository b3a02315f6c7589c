import { highlightName, highlightSentence } from '../src/search/highlight.ts';
import { holdsWords, wordsAsked } from '../src/search/passageWords.ts';
import { spellingOf } from '../src/search/spelling.ts';
import type { EntityDetail } from '../src/store/entityDetail.ts';
import { type EntityFound, searchEntities } from '../src/store/searchEntities.ts';
import { seeChildren } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type ConnectionShape, type PageArguments, pageArguments, pageComplexity } from './connection.ts';
import { EntityTypeEnum } from './entityTypeEnum.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { listPage } from './listPage.ts';
import { type FoundShape, SearchConnection, type SearchShape } from './searchConnection.ts';

/** The longest text that may be looked for. */
const longestText = 200;

entryPoint('search', (t) =>
  t.field({
    type: SearchConnection,
    nullable: true,
    description:
      'Entities by name, alias, description and what was said, best match first: a whole name or slug, then a whole alias, former slug or identifier, then what begins a name, words of a name in any order, a name with typing errors, the words of a composed name (of investments and shipments), of a description, and of what claims say; of equals by id. Other scripts, old scripts and typing errors are forgiven, the latter only in names, where few are spelt as written. No lens hides a name or a description; a claim is found only where it counts.',
    args: {
      text: t.arg.string({ required: true, description: `What to look for; 1 to ${longestText} characters.` }),
      types: t.arg({ type: [EntityTypeEnum], description: 'Only entities of these kinds.' }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve(view, { text, types, ...asked }) {
      const wanted = text.trim();
      if (wanted === '' || wanted.length > longestText) {
        const said = wanted === '' ? 'text is empty' : `text has ${wanted.length} characters`;
        throw clientError(
          'BAD_ARGUMENT',
          `${said}: write a name or some words, 1 to ${longestText} characters.`,
          'text',
        );
      }
      if (types?.length === 0) {
        throw clientError('BAD_ARGUMENT', 'types is empty: name the kinds to look for, or leave it out.', 'types');
      }
      return whenRead(searchEntities(view, wanted, typesAsked(types)), (found) =>
        pageOfFound(view, wanted, types, found, asked),
      );
    },
  }),
);

/** The kinds, each once and in order, so that the same question is the same text. */
function typesAsked(types: readonly EntityType[] | null | undefined): readonly EntityType[] | null {
  return types == null ? null : [...new Set(types)].sort();
}

function pageOfFound(
  view: View,
  text: string,
  types: readonly EntityType[] | null | undefined,
  found: readonly EntityFound[],
  asked: PageArguments,
): Read<SearchShape> {
  const placed = found.map((row) => ({ row, keys: [...row.order, row.key] }));
  const order = `search ${JSON.stringify([text, typesAsked(types)])}`;
  return whenRead(listPage(view, placed, asked, order), (page) =>
    whenRead(shown(view, text, page.nodes), (shapes) => ({
      ...page,
      nodes: shapes.map(({ shape }) => shape),
      cursorOf: cursorsOf(page, shapes),
      types: found.map(({ type }) => type),
    })),
  );
}

interface Shown {
  readonly row: EntityFound;
  readonly shape: FoundShape;
}

function cursorsOf(page: ConnectionShape<EntityFound>, shapes: readonly Shown[]): (shape: FoundShape) => string {
  const rows = new Map(shapes.map(({ row, shape }) => [shape, row]));
  return (shape) => {
    const row = rows.get(shape);
    return row === undefined ? '' : page.cursorOf(row);
  };
}

/** The entities of a page, and the claims that found some of them. */
function shown(view: View, text: string, page: readonly EntityFound[]): Read<readonly Shown[]> {
  const { revision } = view;
  const claimKeys = page.flatMap(({ claimKey }) => claimKey ?? []);
  return whenRead(revision.entities(page.map(({ key }) => key)), (rows) =>
    whenRead(revision.claimTexts(claimKeys), (texts) => {
      const seen = seeChildren(view, rows);
      return page.flatMap((row): readonly Shown[] => {
        const entity = seen.get(row.key)?.[0];
        if (entity === undefined) return [];
        const said = row.claimKey === null ? null : (texts.get(row.claimKey)?.text ?? '');
        return [{ row, shape: { entity, highlight: highlightOf(entity.row, row, said, text) } }];
      });
    }),
  );
}

function highlightOf(row: EntityRow, { name }: EntityFound, said: string | null, text: string): string {
  if (name !== null) return highlightName(nameAsWritten(row, name), text);
  if (said !== null) return highlightSentence(said, text);
  const asked = wordsAsked(text);
  const passages = [row.name, row.description ?? '', row.slug];
  return highlightSentence(passages.find((passage) => holdsWords(passage, asked)) ?? row.name, text);
}

/** A name of an entity as its file writes it, from how search folds it; a former slug is written so. */
function nameAsWritten(row: EntityRow, folded: string): string {
  // The compiler wrote both in this form.
  const aliases = JSON.parse(row.aliasesJson) as readonly string[];
  const { identifiers = [] } = JSON.parse(row.detailJson) as EntityDetail;
  const written = [row.name, ...aliases, row.slug];
  const values = identifiers.flatMap(({ scheme, value }) => [
    `${scheme}:${value}`,
    value,
    value.split(':').at(-1) ?? '',
  ]);
  return [...written, ...values].find((one) => spellingOf(one).folded === folded) ?? folded;
}
