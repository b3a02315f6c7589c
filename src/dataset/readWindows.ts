import type { Days } from '../controls/question.ts';
import type { Window } from '../controls/rule.ts';
import { parsePeriod } from '../quantity/period.ts';
import { compareTexts } from './compareTexts.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { readReason, readSources } from './readSources.ts';
import type { WindowsEntry } from './ruleShape.ts';
import type { World } from './world.ts';

/** The windows of a clause, in their order; no two may share a day. `never` is none. */
export function readWindows(entry: WindowsEntry, spot: Spot, world: World): readonly Window[] {
  if (typeof entry === 'string' && entry.trim() === 'never') return [];
  const windows =
    typeof entry === 'string'
      ? [readWindow(entry, spot, world)]
      : entry.map((each, index) => readWindow(each, inside(spot, index), world));
  const known = windows.filter((window) => window !== null);
  checkApart(known, world.findings);
  return known.map(({ window }) => window);
}

interface PlacedWindow {
  readonly window: Window;
  readonly spot: Spot;
}

function checkApart(windows: readonly PlacedWindow[], findings: Findings): void {
  let latest: PlacedWindow | undefined;
  const inOrder = windows.toSorted((left, right) => compareTexts(left.window.from ?? '', right.window.from ?? ''));
  for (const next of inOrder) {
    if (latest !== undefined && (next.window.from ?? '') <= (latest.window.to ?? endless)) {
      const days = `${latest.window.from ?? '..'}/${latest.window.to ?? '..'}`;
      report(findings, next.spot, `this window and ${days} share days: let one of them end before the other begins`);
    }
    if (latest === undefined || (next.window.to ?? endless) > (latest.window.to ?? endless)) latest = next;
  }
}

/** After all days. */
const endless = '~';

type WindowEntry = Exclude<WindowsEntry, string>[number];

function readWindow(entry: WindowEntry, spot: Spot, world: World): PlacedWindow | null {
  if (typeof entry === 'string') {
    const days = readDays(entry, spot, world.findings);
    return days && { window: openDays(days), spot };
  }
  const days = readDays(entry.days, inside(spot, 'days'), world.findings);
  readReason(entry.rank, entry.reason, spot, world.findings);
  const sources = readSources(entry, spot, world);
  if (days === null) return null;
  const window: Window = {
    ...openDays(days),
    rank: entry.rank,
    reason: entry.reason,
    sources: sources.length === 0 ? undefined : sources,
  };
  return { window, spot };
}

/** Days that a file gives as a period; a null end is open. Null with a problem where they are none. */
export function readDays(text: string, spot: Spot, findings: Findings): Days | null {
  const period = parsePeriod(text);
  if (!('problem' in period)) return { from: period.first, to: period.last };
  report(findings, spot, period.problem);
  return null;
}

/** The same with open ends left out. */
export function openDays({ from, to }: Days): { readonly from?: string | undefined; readonly to?: string | undefined } {
  return { from: from ?? undefined, to: to ?? undefined };
}
