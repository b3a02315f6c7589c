import { catches } from '../src/controls/catches.ts';
import {
  type ExportOutcome,
  exportOutcomes,
  type LicencePolicy,
  licencePolicies,
  type Reading,
} from '../src/controls/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { type ConnectionShape, connectionOf, type PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { ExportStatus } from './exportStatus.ts';
import { chipsBefore, wayOf } from './exportStatusChanges.ts';
import { dayArgument, ExportStatusShape } from './exportStatusOf.ts';
import type { FilterShape } from './filter.ts';
import { listPage, type Placed } from './listPage.ts';
import { placeArgument } from './placeArgument.ts';
import { rulesOf } from './rulesOf.ts';

export const ExportStatusConnection = connectionOf(ExportStatus, 'export statuses');

/** What a client asks of the processors that a control catches. */
export interface RestrictsAsked extends PageArguments {
  readonly destination: string;
  readonly on?: string | null | undefined;
  readonly reading?: Reading | null | undefined;
  readonly where?: FilterShape | null | undefined;
  readonly tentative?: boolean | null | undefined;
  /** Those too that it may catch. */
  readonly possibly?: boolean | null | undefined;
}

/** The statuses of the processors that a control catches for a place, the most severe first. */
export function restrictedBy(
  context: Context,
  control: Seen<EntityRow>,
  asked: RestrictsAsked,
): Read<ConnectionShape<ExportStatusShape>> {
  const { view } = control;
  const day = dayArgument(view, asked.on, 'on');
  return whenRead(rulesOf(view.revision), (inPlace) => {
    const place = placeArgument(context, view, asked.destination, inPlace, 'destination');
    const way = wayOf(inPlace, place, asked.reading ?? 'practice');
    return whenRead(chipsBefore(view, null, asked.where), (chips) => {
      const caught = chips
        .map((chip) => new ExportStatusShape(view, chip, way, day))
        .filter((status) => isCaught(status, control.row.slug) ?? asked.possibly === true)
        .filter(({ verdict }) => isWanted(verdict.tentative, asked.tentative, view.lens.includeTentative));
      return listPage(view, caught.map(placed), asked, 'export statuses by severity');
    });
  });
}

/** Whether a control asks for something of what a status is of; null where that is open. */
export function isCaught({ way, question }: ExportStatusShape, control: string): boolean | null {
  return catches(way.inPlace.rules, question, control);
}

/** Whether what is tentative, or is not, is wanted; where nothing is said, what is not, or both where the view takes them in. */
export function isWanted(isTentative: boolean, asked: boolean | null | undefined, takesThemIn: boolean): boolean {
  return asked == null ? takesThemIn || !isTentative : isTentative === asked;
}

function placed(status: ExportStatusShape): Placed<ExportStatusShape> {
  const { verdict, chip } = status;
  return {
    row: status,
    keys: [
      -severityOf(verdict.outcome, verdict.policy),
      chip.processor?.row.sortName ?? '',
      chip.processor?.row.key ?? 0,
    ],
  };
}

const outcomes = Object.keys(exportOutcomes);
const policies = Object.keys(licencePolicies);

/** What is open comes after all that is settled. */
function severityOf(outcome: ExportOutcome, policy: LicencePolicy | null): number {
  const place = outcome === 'possibly' || outcome === 'unknown' ? -1 : outcomes.indexOf(outcome);
  return place * 10 + (policy === null ? 0 : policies.indexOf(policy) + 1);
}
