import { type Evidence, evidences } from '../quantity/evidence.ts';

/** What a view trusts, and when it looks. */
export interface Lens {
  /** The day in the world. */
  readonly asOf: string;
  /** The day by which a source must have published. */
  readonly knownOn: string;
  /** Slugs of the sources trusted, in order of the alphabet; null for all. */
  readonly sources: readonly string[] | null;
  /** The evidence trusted, best first. */
  readonly evidence: readonly Evidence[];
  /** Whether sums, orders, filters and groups take in tentative figures. */
  readonly includeTentative: boolean;
}

/** The lens of whoever asks for none: all that the revision knows, on its horizon. */
export function defaultLens(horizon: string): Lens {
  return { asOf: horizon, knownOn: horizon, sources: null, evidence: evidences, includeTentative: false };
}

/** Whether a lens chooses as the default one does, whatever it says of tentative figures: what it answers is prepared. */
export function isDefaultLens(lens: Lens, horizon: string): boolean {
  return printLens({ ...lens, includeTentative: false }, horizon) === '';
}

/** The canonical form of a lens, which ids carry: what differs from the default lens, as JSON; empty for the default one. */
export function printLens(lens: Lens, horizon: string): string {
  const standard = defaultLens(horizon);
  const differing = {
    ...(lens.asOf !== standard.asOf && { asOf: lens.asOf }),
    ...(lens.knownOn !== standard.knownOn && { knownOn: lens.knownOn }),
    ...(lens.sources && { sources: [...new Set(lens.sources)].sort() }),
    ...(lens.evidence.length < evidences.length && {
      evidence: evidences.filter((one) => lens.evidence.includes(one)),
    }),
    ...(lens.includeTentative && { includeTentative: true }),
  };
  return Object.keys(differing).length === 0 ? '' : JSON.stringify(differing);
}

/** Reads the canonical form; null where the text is none. */
export function parseLens(text: string, horizon: string): Lens | null {
  if (text === '') return defaultLens(horizon);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof fields !== 'object' || fields === null) return null;
  const { asOf, knownOn, sources, evidence, includeTentative }: Partial<Record<string, unknown>> = { ...fields };
  const lens: Lens = {
    asOf: isDay(asOf) ? asOf : horizon,
    knownOn: isDay(knownOn) ? knownOn : horizon,
    sources: isTexts(sources) ? sources : null,
    evidence: isTexts(evidence) ? evidences.filter((one) => evidence.includes(one)) : evidences,
    includeTentative: includeTentative === true,
  };
  // Whatever else the text says, it is canonical only if it prints as itself.
  return printLens(lens, horizon) === text ? lens : null;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}
