import { foldName } from '../src/quantity/foldName.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { entityArgument } from './globalId.ts';
import type { RulesInPlace } from './rulesOf.ts';

/** The place of an id, slug or name. @throws the client's error where there is none */
export function placeArgument(
  context: Context,
  view: View,
  id: string,
  { geography }: RulesInPlace,
  argument: string,
): EntityRow {
  const { slug } = entityArgument(context, view, id, ['Place'], argument);
  const known = geography.places.get(slug);
  if (known !== undefined) return known;
  const [place, another] = geography.named.get(foldName(slug)) ?? [];
  if (place === undefined) {
    throw clientError(
      'NOT_FOUND',
      `There is no place "${id.slice(0, 80)}"; write its slug, such as cn for China.`,
      argument,
    );
  }
  if (another !== undefined) {
    throw clientError(
      'AMBIGUOUS_NAME',
      `"${id.slice(0, 80)}" names more than one place: write ${place.slug} or ${another.slug}.`,
      argument,
    );
  }
  return place;
}
