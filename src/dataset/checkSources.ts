import type { Draft } from './draft.ts';
import { type Findings, inside, report } from './findings.ts';
import { readDate } from './publications.ts';

/** The dates of sources must be ones that the calendar has. */
export function checkSources(drafts: readonly Draft[], findings: Findings): void {
  for (const draft of drafts) {
    const { published, fetched } = draft.detail;
    readDate(published, inside(draft, 'published'), findings);
    if (fetched === undefined || isInstant(fetched)) continue;
    report(findings, inside(draft, 'fetched'), `\`${fetched}\` is no instant: write one such as 2026-11-25T15:50:00Z`);
  }
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
