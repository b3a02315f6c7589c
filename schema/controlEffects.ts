import { whenRead } from '../src/store/whenRead.ts';
import { AffectedConnection } from './affectedConnection.ts';
import { AffectReasonEnum, affectedBy } from './affects.ts';
import { builder } from './builder.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { entityNamed } from './entityNamed.ts';
import { ExportControl } from './exportControl.ts';
import { changeArguments, ExportStatusChangeConnection } from './exportStatusChanges.ts';
import { dayArgument } from './exportStatusOf.ts';
import { listPage } from './listPage.ts';
import { newlyRestrictedBy } from './newlyRestricted.ts';
import { ProcessorFilter } from './processor.ts';
import { ControlResponse, responsesTo } from './responses.ts';
import { ExportStatusConnection, restrictedBy } from './restricts.ts';
import { ReadingEnum } from './ruleWords.ts';

builder.objectFields(ExportControl, (t) => ({
  restricts: t.field({
    type: ExportStatusConnection,
    nullable: true,
    description:
      'The processors that it catches for a place: of which one of its clauses asks for something, whatever decides in the end. The most severe first; follow them to their makers and buyers.',
    args: {
      destination: t.arg.id({ required: true, description: 'Id or slug of the place.' }),
      on: t.arg({ type: 'Date', description: 'The day. Default: the day of the lens.' }),
      reading: t.arg({
        type: ReadingEnum,
        defaultValue: 'practice',
        description: 'What was applied, or what is codified.',
      }),
      where: t.arg({ type: ProcessorFilter.ref, description: 'Which processors.' }),
      possibly: t.arg.boolean({
        defaultValue: false,
        description: 'Those too that it may catch: of which bounds straddle a threshold, or too little is known.',
      }),
      tentative: t.arg.boolean({
        description:
          'True: only those whose status rests on weak facts. False: only the others. Default: the others, and those too where the view takes in what is tentative.',
      }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (control, asked, context) => restrictedBy(context, control, asked),
  }),
  newlyRestricted: t.field({
    type: ExportStatusChangeConnection,
    nullable: true,
    description:
      'What became more severe with it, beside the rules before: processors and places, from the day before it first held, or a measure that brought it forward did, to the day after the last of its dates. Null where it never was in force, or is older than the records.',
    args: { ...changeArguments, ...pageArguments },
    complexity: pageComplexity,
    resolve: (control, asked, context) => newlyRestrictedBy(context, control, asked),
  }),
  affects: t.field({
    type: AffectedConnection,
    nullable: true,
    description:
      'Companies that it bears on, each with the chain of links that says why: listed, owned to half or more by those listed while a rule makes that count, makers of what it catches, buyers of it.',
    args: {
      reasons: t.arg({ type: [AffectReasonEnum], description: 'Only for these reasons.' }),
      on: t.arg({ type: 'Date', description: 'The day. Default: the day of the lens.' }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (control, { reasons, on, ...page }) =>
      whenRead(affectedBy(control, dayArgument(control.view, on, 'on'), reasons ?? null), (found) => {
        const rows = found.map((row) => ({ row, keys: [row.company.row.key, row.reason] }));
        return listPage(control.view, rows, page, `affected companies ${JSON.stringify([reasons, on])}`);
      }),
  }),
  responses: t.field({
    type: [ControlResponse],
    nullable: true,
    description:
      'The next processor of each maker and line that complied with it, soonest first; at most 100. Of lines of which it caught one; counted from its announcement or its first day, whichever came first.',
    args: { maker: t.arg.id({ description: 'Only of this maker: id or slug.' }) },
    resolve: (control, { maker }, context) => {
      const firm = maker == null ? null : entityNamed(context, control.view, maker, 'Company', 'company', 'maker');
      return whenRead(firm, (company) => whenRead(responsesTo(control, company), (found) => found.slice(0, 100)));
    },
  }),
}));
