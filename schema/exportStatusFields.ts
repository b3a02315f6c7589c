import { lastDayOf } from '../src/quantity/period.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { BuyerInput } from './buyer.ts';
import { chipOf } from './chip.ts';
import { chipArgument } from './chipArgument.ts';
import { ChipInput } from './chipInput.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { ExportStatus } from './exportStatus.ts';
import { dayArgument, ExportStatusShape, firstDay, statusesOf, wayTo } from './exportStatusOf.ts';
import { periodArgument } from './period.ts';
import { rulesOf } from './rulesOf.ts';
import { ExporterRoleEnum, ReadingEnum } from './ruleWords.ts';
import { factDateOf } from './stated.ts';

type Fields = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Seen<EntityRow>>;

const onDay =
  'The day, from 2019-01-01 on; before the first rule in the records nothing is restricted, and after the knowledge horizon the answer warns. Default: the day of the lens.';

const shipmentArguments = builder.args((t) => ({
  destination: t.id({ required: true, description: 'Id or slug of the place.' }),
  buyer: t.field({ type: BuyerInput, description: 'Who buys. Default: a buyer of the destination.' }),
  reading: t.field({
    type: ReadingEnum,
    defaultValue: 'practice',
    description: 'What was applied, or what is codified.',
  }),
}));

/** Whether a processor may be shipped to a place on a day. */
export function exportStatusField(t: Fields) {
  return t.field({
    type: ExportStatus,
    nullable: true,
    description:
      'Whether it may be shipped to a place on a day, by which clause, and by what margin. Of a family only what holds for every chip. Information, not legal advice.',
    args: { ...shipmentArguments, on: t.arg({ type: 'Date', description: onDay }) },
    resolve: (processor, asked, context) => {
      const { view } = processor;
      const day = dayArgument(view, asked.on, 'on');
      return whenRead(wayTo(context, view, asked), (way) =>
        whenRead(chipOf(processor), (chip) => new ExportStatusShape(view, chip, way, day)),
      );
    },
  });
}

/** The status of a processor for a place over time. */
export function exportStatusesField(t: Fields) {
  return t.field({
    type: [ExportStatus],
    nullable: true,
    description:
      'Its status for a place over time: one entry a stretch in which it is the same, earliest first; at most 100. Null where it cannot be computed.',
    args: {
      ...shipmentArguments,
      during: t.arg({
        type: 'PeriodLabel',
        description: 'The time looked at. Default: from its announcement, or 2019-01-01, to the day of the lens.',
      }),
    },
    resolve: (processor, asked, context) => {
      const { view } = processor;
      const days = whenRead(daysAsked(processor, asked.during), (found) => found);
      return whenRead(days, (during) =>
        whenRead(wayTo(context, view, asked), (way) =>
          whenRead(chipOf(processor), (chip) => statusesOf(view, chip, way, during).slice(0, 100)),
        ),
      );
    },
  });
}

function daysAsked(processor: Seen<EntityRow>, during: string | null | undefined) {
  const { asOf } = processor.view.lens;
  if (during == null) {
    return whenRead(factDateOf(processor, 'announced'), (announced) => {
      const first = announced === null ? null : lastDayOf(announced);
      return { from: first === null || first < firstDay ? firstDay : first, to: asOf };
    });
  }
  const { first, last } = periodArgument(during, processor, 'during');
  if (last !== null && last < firstDay) {
    const message = `during ends on ${last}; export controls are known from ${firstDay} on.`;
    throw clientError('BAD_DATE', message, 'during');
  }
  return { from: first === null || first < firstDay ? firstDay : first, to: last };
}

entryPoint('classify', (t) =>
  t.field({
    type: ExportStatus,
    nullable: true,
    description:
      'The status of a chip that is not in the graph, or of one with values changed. Information, not legal advice.',
    args: {
      chip: t.arg({ type: ChipInput, required: true, description: 'The chip.' }),
      ...shipmentArguments,
      on: t.arg({ type: 'Date', description: onDay }),
      exporter: t.arg({ type: ExporterRoleEnum, defaultValue: 'designer', description: 'Who exports.' }),
    },
    resolve: (view, asked, context) => {
      const day = dayArgument(view, asked.on, 'on');
      return whenRead(rulesOf(view.revision), (inPlace) =>
        whenRead(chipArgument(context, view, asked.chip, inPlace), (chip) =>
          whenRead(wayTo(context, view, asked), (way) => new ExportStatusShape(view, chip, way, day)),
        ),
      );
    },
  }),
);
