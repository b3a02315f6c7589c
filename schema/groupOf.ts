import { Cohort } from '../src/store/cohort.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { entityArgument } from './globalId.ts';

/** A group put together by a question: it is in no file, and knows its members. */
export interface AdHocGroup extends Seen<EntityRow> {
  readonly members: readonly Seen<EntityRow>[];
}

/** Whether it was put together by a question. */
export function isAdHoc(group: Seen<EntityRow>): group is AdHocGroup {
  return 'members' in group;
}

/** Whether the slug of a group names companies rather than a group of the graph. */
export function isAdHocSlug(slug: string): boolean {
  return slug.includes('+');
}

/** A group put together from companies, by ids or slugs. @throws the client's error where one of them is not there */
export function adHocGroup(context: Context, view: View, ids: readonly string[], argument: string): Read<AdHocGroup> {
  if (ids.length < 1 || ids.length > 100) {
    throw clientError('BAD_ARGUMENT', `${argument} names ${ids.length} companies; 1 to 100 are allowed.`, argument);
  }
  const asked = ids.map((id) => ({
    type: 'Company' as const,
    name: entityArgument(context, view, id, ['Company'], argument).slug,
  }));
  return whenRead(view.namedAll(asked), (found) => {
    const members = new Map<number, Seen<EntityRow>>();
    for (const [place, [company, another]] of found.entries()) {
      if (company === undefined) throw clientError('NOT_FOUND', `There is no company "${ids[place]}".`, argument);
      if (another)
        throw clientError('AMBIGUOUS_NAME', `"${ids[place]}" names several companies; write the slug.`, argument);
      members.set(company.row.key, company);
    }
    return groupOfMembers(
      view,
      [...members.values()].sort((a, b) => a.row.key - b.row.key),
    );
  });
}

function groupOfMembers(view: View, members: readonly Seen<EntityRow>[]): AdHocGroup {
  const name = members.map(({ row }) => row.name).join(', ');
  const row: EntityRow = {
    key: inNoFile,
    type: 'Group',
    slug: members.map(({ row: { slug } }) => slug).join('+'),
    name,
    sortName: name,
    aliasesJson: '[]',
    description: null,
    kindsJson: '[]',
    status: null,
    periodLabel: null,
    periodFirst: null,
    periodLast: null,
    periodStep: null,
    publishedDay: null,
    publisherName: null,
    detailJson: '{"closed":true}',
  };
  return { row, view, cohort: new Cohort([row]), members };
}

/** A key that no row has, so that nothing is claimed of the group and no link ends there. */
const inNoFile = -1;
