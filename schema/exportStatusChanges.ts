import type { ExportOutcome, LicencePolicy, Reading } from '../src/controls/vocabulary.ts';
import { firstDayOf, lastDayOf } from '../src/quantity/period.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import { type Chip, chipOf } from './chip.ts';
import { connectionOf, pageArguments, pageComplexity } from './connection.ts';
import type { Context } from './context.ts';
import { gather } from './entities.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { ExportStatus } from './exportStatus.ts';
import { dayArgument, ExportStatusShape, type WayTo } from './exportStatusOf.ts';
import type { FilterShape } from './filter.ts';
import { listPage, type Placed } from './listPage.ts';
import { placeArgument } from './placeArgument.ts';
import { ProcessorFilter } from './processor.ts';
import { isFamily } from './processorFigures.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';
import { ExportOutcomeEnum, LicencePolicyEnum, ReadingEnum } from './ruleWords.ts';
import { type ClaimedDate, claimedDateOf } from './stated.ts';

/** A change of status between two days. */
export interface ChangeShape {
  readonly before: ExportStatusShape;
  readonly after: ExportStatusShape;
}

export const ExportStatusChange = builder.objectRef<ChangeShape>('ExportStatusChange').implement({
  description: 'A change of status between two days.',
  fields: (t) => ({
    before: t.field({
      type: ExportStatus,
      description: 'The status on the earlier day.',
      resolve: ({ before }) => before,
    }),
    after: t.field({ type: ExportStatus, description: 'The status on the later day.', resolve: ({ after }) => after }),
  }),
});

export const ExportStatusChangeConnection = connectionOf(ExportStatusChange, 'changes of export status');

/** By what changes are picked out, the same wherever they are listed. */
export const changeArguments = builder.args((t) => ({
  destinations: t.idList({ description: 'Ids or slugs of places, at most 100. Default: all countries.' }),
  fromOutcomes: t.field({ type: [ExportOutcomeEnum], description: 'The outcome before is one of these.' }),
  toOutcomes: t.field({ type: [ExportOutcomeEnum], description: 'The outcome after is one of these.' }),
  toPolicies: t.field({ type: [LicencePolicyEnum], description: 'The policy after is one of these.' }),
  tentative: t.boolean({
    description:
      'True: only those where one of the two rests on weak facts. False: only the others. Default: the others, and those too where the view takes in what is tentative.',
  }),
}));

/** Which changes a client wants. */
export interface ChangesPicked {
  readonly destinations?: readonly string[] | null | undefined;
  readonly fromOutcomes?: readonly ExportOutcome[] | null | undefined;
  readonly toOutcomes?: readonly ExportOutcome[] | null | undefined;
  readonly toPolicies?: readonly LicencePolicy[] | null | undefined;
  readonly tentative?: boolean | null | undefined;
}

entryPoint('exportStatusChanges', (t) =>
  t.field({
    type: ExportStatusChangeConnection,
    nullable: true,
    description:
      'Where the outcome or policy for processors differs between two days, by place, then by processor. Of processors that were announced, or else released, before the later day.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The earlier day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later day.' }),
      processors: t.arg({ type: ProcessorFilter.ref, description: 'Which processors.' }),
      ...changeArguments,
      reading: t.arg({
        type: ReadingEnum,
        defaultValue: 'practice',
        description: 'What was applied, or what is codified.',
      }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (view, asked, context) => {
      const [from, to] = [dayArgument(view, asked.from, 'from'), dayArgument(view, asked.to, 'to')];
      if (from > to) throw clientError('BAD_DATE', `from is ${from}, later than to, ${to}.`, 'from');
      const reading = asked.reading ?? 'practice';
      return whenRead(rulesOf(view.revision), (inPlace) =>
        whenRead(chipsBefore(view, to, asked.processors), (chips) => {
          const ways = placesAsked(context, view, asked.destinations, inPlace).map((place) =>
            wayOf(inPlace, place, reading),
          );
          assertWithinBudget(chips, ways);
          const changes = ways.flatMap((way) =>
            chips.map(
              (chip): ChangeShape => ({
                before: new ExportStatusShape(view, chip, way, from),
                after: new ExportStatusShape(view, chip, way, to),
              }),
            ),
          );
          return listPage(view, picked(view, changes, asked), asked, 'changes by place and processor');
        }),
      );
    },
  }),
);

/** How many statuses may be worked out for one list. */
const budget = 40_000;

/** @throws the client's error where too many statuses would have to be worked out */
export function assertWithinBudget(chips: readonly Chip[], ways: readonly WayTo[]): void {
  if (chips.length * ways.length <= budget) return;
  throw clientError(
    'BUDGET_EXCEEDED',
    `The status of ${chips.length} processors for ${ways.length} places would have to be worked out; name fewer places.`,
    'destinations',
  );
}

/** The places that a client names; all countries where it names none. @throws the client's error */
export function placesAsked(
  context: Context,
  view: View,
  ids: readonly string[] | null | undefined,
  inPlace: RulesInPlace,
): readonly EntityRow[] {
  if (ids == null) return [...inPlace.geography.places.values()].filter(({ kindsJson }) => kindsJson === '["country"]');
  if (ids.length > 100)
    throw clientError('BAD_ARGUMENT', `destinations holds ${ids.length} ids; at most 100 are allowed.`, 'destinations');
  return [...new Set(ids.map((id) => placeArgument(context, view, id, inPlace, 'destinations')))];
}

/** The way to a buyer of a place, of whom nothing else is known. */
export function wayOf(inPlace: RulesInPlace, place: EntityRow, reading: Reading): WayTo {
  return { inPlace, place, buyer: null, exporter: 'designer', reading };
}

/** The processors, families left out, that were announced before a day, or may have been; where that is not known, released. */
export function chipsBefore(
  view: View,
  day: string | null,
  filter: FilterShape | null | undefined,
): Read<readonly Chip[]> {
  return whenRead(ProcessorFilter.where(filter, view), (where) =>
    whenRead(chipsOf(view, where), (chips) => {
      if (day === null) return chips;
      const early = chips.map((chip) =>
        whenRead(chip.processor && earliestDayOf(chip.processor), (known) =>
          known !== null && known >= day ? [] : [chip],
        ),
      );
      return whenRead(whenAllRead(early), (found) => found.flat());
    }),
  );
}

/** The processors of a kind, families left out, as the rules see them. */
export function chipsOf(view: View, where: EntityWhere): Read<readonly Chip[]> {
  return whenRead(gather(view, null, { all: 'Processor' }, where), (processors) =>
    whenAllRead(processors.filter((processor) => !isFamily(processor)).map(chipOf)),
  );
}

/**
 * The earliest day on which a processor may have been announced, or else released; null where neither is known. A month or a
 * year that weak claims give counts as its last day: they must be certain to count at all.
 */
function earliestDayOf(processor: Seen<EntityRow>): Read<string | null> {
  const dayOf = ({ date, tentative }: ClaimedDate) => (tentative ? lastDayOf(date) : firstDayOf(date));
  return whenRead(claimedDateOf(processor, 'announced'), (announced) =>
    announced !== null
      ? dayOf(announced)
      : whenRead(claimedDateOf(processor, 'released'), (released) => released && dayOf(released)),
  );
}

/** The changes that a client wants, in their place. */
export function picked(
  view: View,
  changes: readonly ChangeShape[],
  { fromOutcomes, toOutcomes, toPolicies, tentative }: ChangesPicked,
): readonly Placed<ChangeShape>[] {
  const isWanted = ({ before, after }: ChangeShape) => {
    const [was, is] = [before.verdict, after.verdict];
    if (!differs(was, is) || (fromOutcomes != null && !fromOutcomes.includes(was.outcome))) return false;
    if (toOutcomes != null && !toOutcomes.includes(is.outcome)) return false;
    if (toPolicies != null && (is.policy === null || !toPolicies.includes(is.policy))) return false;
    if (tentative == null && view.lens.includeTentative) return true;
    return (was.tentative || is.tentative) === (tentative ?? false);
  };
  return changes
    .filter(isWanted)
    .map((row) => ({ row, keys: [row.after.way.place.key, row.after.chip.processor?.row.key ?? 0] }));
}

type Verdict = ExportStatusShape['verdict'];

function differs(was: Verdict, is: Verdict): boolean {
  return was.outcome !== is.outcome || policiesOf(was) !== policiesOf(is);
}

function policiesOf({ policy, candidates }: Verdict): string {
  return candidates.length === 0 ? `${policy}` : [...new Set(candidates.map((one) => one.policy))].join(' ');
}
