import type { Caution } from '../src/controls/evaluation.ts';
import type { Warning, WarningCode } from '../src/quantity/figure.ts';
import type { ExportStatusShape } from './exportStatusOf.ts';
import { isFamily } from './processorFigures.ts';

const codes: Readonly<Record<Caution['code'], WarningCode>> = {
  'low-confidence': 'low-confidence',
  disputed: 'disputed',
  // Whether somebody shows what is asked of him, no rule can tell.
  requires: 'not-modelled',
  'not-modelled': 'not-modelled',
  'also-unknown': 'input-unknown',
  'too-many-cases': 'input-unknown',
};

/** What to watch for in a status. */
export function warningsOf({ view, day, chip, evaluation }: ExportStatusShape): readonly Warning[] {
  const { horizon } = view;
  return [
    ...(day > horizon ? [plain('beyond-horizon', `the rules are known up to ${horizon}; ${day} is later`)] : []),
    ...(chip.processor !== null && isFamily(chip.processor)
      ? [plain('not-defined', `${chip.processor.row.name} is a family of processors: ask for one of its members`)]
      : []),
    ...evaluation.cautions.map(({ code, message }) => plain(codes[code], message)),
  ];
}

function plain(code: WarningCode, message: string): Warning {
  return { code, message, entities: [] };
}
