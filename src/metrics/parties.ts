/** One buyer or seller of a shipment, or what was shipped: a company or a place, a processor or its family. */
export interface Party {
  /** The key of its row. */
  readonly key: number;
  /** What it is a part of, itself included: a company's home and owners, a processor's family. */
  readonly within: ReadonlySet<number>;
  /** Whether nobody knows all of it, as of a group whose members are not all named: anything may be in it. */
  readonly open: boolean;
}

/** All that are named in one role; nobody named is anybody. */
export type Parties = readonly Party[];

/** Whether two may have something in common. What two places or two groups both hold is not looked for. */
export function mayShare(a: Parties, b: Parties): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) =>
    b.some((other) => one.open || other.open || one.within.has(other.key) || other.within.has(one.key)),
  );
}

/** Whether all of the first is certainly in the second. */
export function isWithin(inner: Parties, outer: Parties): boolean {
  if (outer.length === 0) return true;
  return inner.length > 0 && inner.every((one) => outer.some(({ key }) => one.within.has(key)));
}
