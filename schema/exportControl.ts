import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Rank } from './claim.ts';
import { ClauseRef } from './clause.ts';
import {
  type ControlDate,
  ControlDateEnum,
  ControlStateEnum,
  controlDateOf,
  daysBetweenDates,
  daysInState,
  daysOfWindow,
  type WindowShape,
  windowsOf,
} from './controlDates.ts';
import type { EntityField } from './entityField.ts';
import { claimedDay, kind, reference } from './entityFields.ts';
import { type EntityKind, entityKind } from './entityKind.ts';
import { enumOf } from './enumOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { detailOf } from './period.ts';
import { places } from './place.ts';
import { rulesOf } from './rulesOf.ts';

const kinds = {
  rule: 'A rule.',
  letter: 'A letter to a firm.',
  listing: 'A list of firms.',
  'destination-change': 'A change of country groups.',
  guidance: 'Guidance.',
  announcement: 'An announcement without a text.',
  arrangement: 'An arrangement with a firm.',
  suspension: 'A suspension of another measure.',
  tariff: 'A tariff.',
  'counter-measure': 'A measure of the other side.',
};

export const ControlKind = enumOf('ControlKind', 'The kinds of measure.', kinds);

const ControlWindow = builder.objectRef<WindowShape>('ControlWindow').implement({
  description: 'A stretch of days in which a measure was in one state, both ends included.',
  fields: (t) => ({
    state: t.field({ type: ControlStateEnum, description: 'The state.', resolve: ({ window }) => window.state }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day; null where it is older than the records.',
      resolve: ({ window }) => window.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day; null where it goes on.',
      resolve: ({ window }) => window.to,
    }),
    days: t.field({
      type: FigureRef,
      nullable: true,
      description: 'How many days, up to the day of the lens.',
      resolve: (shape) => figureIn(shape.control.view, daysOfWindow(shape)),
    }),
    rank: t.field({
      type: Rank,
      description: 'The rank of what says so: TENTATIVE where it is of weak confidence.',
      resolve: ({ window }) => (window.tentative ? 'tentative' : 'normal'),
    }),
  }),
});

/** One of its dates; rows are ordered by that of its announcement. */
function dated(date: ControlDate, means: string, without: string): EntityField {
  const read = (control: Seen<EntityRow>) => whenRead(controlDateOf(control, date), (found) => found?.date ?? null);
  return claimedDay(date, means, { without, read, orders: date === 'announced' });
}

export const exportControls: EntityKind = entityKind(
  {
    type: 'ExportControl',
    description: 'A rule, letter, listing, tariff or other measure on chips. Information, not legal advice.',
    one: 'exportControl',
    many: 'exportControls',
    noun: 'export control',
    nouns: 'export controls',
    example: 'us-chip-export-controls',
  },
  () => [
    kind(ControlKind, kinds, 'rule', 'What kind of measure it is'),
    reference('imposedBy', places, 'The place whose government imposes it'),
    {
      fields: (t) => ({
        agency: t.string({
          nullable: true,
          description: 'The agency, as it calls itself; null where no source names it.',
          resolve: (control) => detailOf(control).agency ?? null,
        }),
        citation: t.string({
          nullable: true,
          description: 'Where the text stands, for example `88 FR 73458`; null where there is no public text.',
          resolve: (control) => detailOf(control).citation ?? null,
        }),
      }),
    },
    dated('announced', 'The day it was made public', 'null where unknown'),
    dated('published', 'The day it appeared in the official journal', 'null where it did not'),
    dated('effective', 'The first day it binds', 'null where unknown'),
    dated('compliance', 'The first day it must be followed, where that is later than effective', 'null elsewhere'),
    dated('non-enforcement', 'The day from which it is not enforced', 'null where it is'),
    dated('suspended', 'The day it was suspended', 'null where it never was'),
    dated(
      'rescinded',
      'The day it was rescinded in the official journal',
      'null where it was not, whatever was announced',
    ),
    {
      fields: (t) => ({
        days: t.field({
          type: FigureRef,
          nullable: true,
          description:
            'The days between two of its dates; negative where the second is earlier, null where one is unknown.',
          args: {
            from: t.arg({ type: ControlDateEnum, required: true, description: 'The first date.' }),
            to: t.arg({ type: ControlDateEnum, required: true, description: 'The second date.' }),
          },
          resolve: (control, { from, to }) =>
            whenRead(daysBetweenDates(control, from, to), (figure) => figureIn(control.view, figure)),
        }),
        daysIn: t.field({
          type: FigureRef,
          nullable: true,
          description:
            'All days that it spent in a state, 0 where it never was in it; up to the day of the lens. Stretches that rest on weak claims are left out, and named. Null where the day on which it took effect is unknown.',
          args: { state: t.arg({ type: ControlStateEnum, required: true, description: 'The state.' }) },
          resolve: (control, { state }) =>
            whenRead(daysInState(control, state), (figure) => figureIn(control.view, figure)),
        }),
        windows: t.field({
          type: [ControlWindow],
          description: 'Its states over time, earliest first; at most 100.',
          resolve: (control) => whenRead(windowsOf(control), (windows) => windows.slice(0, 100)),
        }),
        clauses: t.field({
          type: [ClauseRef],
          description: 'Its clauses in machine terms, at most 100; the same through every lens.',
          resolve: ({ row, view }) =>
            whenRead(rulesOf(view.revision), ({ rules }) =>
              (rules.book.rules[row.slug]?.clauses ?? []).slice(0, 100).map((clause) => ({
                clause: { ...clause, control: row.slug, key: `${row.slug}/${clause.id}` },
                view,
              })),
            ),
        }),
      }),
    },
  ],
);

export const { ref: ExportControl } = exportControls;
