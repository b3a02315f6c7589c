import type { z } from 'zod';
import { Decimal } from '../quantity/decimal.ts';
import { parsePeriod } from '../quantity/period.ts';
import { isCurrency } from '../quantity/unit.ts';
import type { RateRow } from '../store/tables.ts';
import type { Draft } from './draft.ts';
import type { exchangeRatesShape } from './fileShapes.ts';
import { type Findings, inside, nameSpot, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';
import type { SourceFile } from './sourceFile.ts';
import type { World } from './world.ts';

/** An exchange rate that has been read and checked: its row, but for the key of its source. */
export interface Rate extends Omit<RateRow, 'sourceKey'> {
  readonly source: Draft;
}

type RateEntry = z.infer<typeof exchangeRatesShape>['rates'][number];

/** Reads the exchange rates, as units of a currency for one US dollar. */
export function readRates(entries: readonly RateEntry[], file: SourceFile, world: World): readonly Rate[] {
  const known = new Map<string, Spot>();
  return entries.flatMap((entry, index) => {
    const spot = { file, path: ['rates', index] };
    const rate = readRate(entry, spot, world);
    if (rate === null) return [];
    const identity = [rate.currency, rate.kind, rate.periodFirst, rate.periodLast].join(' ');
    const other = known.get(identity);
    if (other === undefined) known.set(identity, spot);
    else report(world.findings, spot, `this rate stands at ${nameSpot(other)} already: leave one of them out`);
    return [rate];
  });
}

function readRate(entry: RateEntry, spot: Spot, world: World): Rate | null {
  const { findings } = world;
  const source = follow(entry.source, ['Source'], inside(spot, 'source'), world);
  const days = readDays(entry.period, inside(spot, 'period'), world);
  const rate = readNumber(entry.rate, inside(spot, 'rate'), findings);
  if (!isCurrency(entry.currency) || entry.currency === 'USD') {
    report(
      findings,
      inside(spot, 'currency'),
      `\`${entry.currency}\` is no currency beside USD: write a code such as CNY`,
    );
    return null;
  }
  if (source === null || days === null || rate === null) return null;
  return { currency: entry.currency, kind: entry.kind, ...days, rate, evidence: entry.evidence ?? 'reported', source };
}

function readDays(label: string, spot: Spot, { findings, horizon }: World) {
  const period = parsePeriod(label);
  if ('problem' in period) {
    report(findings, spot, period.problem);
    return null;
  }
  if (period.first === null || period.last === null) {
    report(findings, spot, 'a rate needs the first and the last day of its period: write a period such as 2024-H1');
    return null;
  }
  if (period.last > horizon) {
    report(
      findings,
      spot,
      `${period.label} ends after the horizon ${horizon}, so its rate cannot be known: correct the period`,
    );
  }
  return { periodLabel: period.label, periodFirst: period.first, periodLast: period.last };
}

function readNumber(written: string, spot: Spot, findings: Findings): string | null {
  const text = written.trim();
  if (/^\d{1,15}(\.\d{1,15})?$/.test(text) && !new Decimal(text).isZero()) return text;
  report(findings, spot, `\`${text}\` is no rate: write a plain number above zero, such as 7.2150`);
  return null;
}
