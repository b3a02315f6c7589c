import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { buyersOfCaught, makersOfCaught } from './affectedByChips.ts';
import { listedFirms, ownedFirms } from './affectedByListing.ts';
import { enumOf } from './enumOf.ts';
import type { PathShape } from './path.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';

const reasons = {
  listing: 'It is listed.',
  ownership: 'Listed firms own it.',
  maker: 'It makes what is caught.',
  buyer: 'It buys what is caught.',
} as const;

/** Why a control bears on a company. */
export type AffectReason = keyof typeof reasons;

export const AffectReasonEnum = enumOf('AffectReason', 'Why a control bears on a company.', reasons);

/** A company that a control bears on. */
export interface Affected {
  readonly company: Seen<EntityRow>;
  readonly path: PathShape;
}

/** A company that a control bears on, and why. */
export interface AffectedShape extends Affected {
  readonly reason: AffectReason;
}

/** A control on a day. */
export interface ControlOnDay {
  readonly control: Seen<EntityRow>;
  readonly inPlace: RulesInPlace;
  readonly day: string;
}

const find: Readonly<Record<AffectReason, (asked: ControlOnDay) => Read<readonly Affected[]>>> = {
  listing: listedFirms,
  ownership: ownedFirms,
  maker: makersOfCaught,
  buyer: buyersOfCaught,
};

/** The companies that a control bears on, each once for a reason. */
export function affectedBy(
  control: Seen<EntityRow>,
  day: string,
  asked: readonly AffectReason[] | null,
): Read<readonly AffectedShape[]> {
  const wanted = [...new Set(asked ?? (Object.keys(reasons) as AffectReason[]))];
  return whenRead(rulesOf(control.view.revision), (inPlace) => {
    const found = wanted.map((reason) =>
      whenRead(find[reason]({ control, inPlace, day }), (all) => all.map((one) => ({ ...one, reason }))),
    );
    return whenRead(whenAllRead(found), (all) => [
      ...new Map(all.flat().map((one) => [`${one.reason} ${one.company.row.key}`, one] as const)).values(),
    ]);
  });
}
