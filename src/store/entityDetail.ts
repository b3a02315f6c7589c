/** What a file says of an entity and only a look at that entity asks for; a field is absent where the kind has none. */
export interface EntityDetail {
  /** Company, Person, Source …: identifiers in other registers. */
  readonly identifiers?: readonly { readonly scheme: string; readonly value: string }[];
  readonly website?: string;
  /** Company, and what keeps the calendar of one (its processors, products, investments, shipments): `03-31`, `last Sunday of January`. */
  readonly fiscalYearEnds?: string;
  /** Group: whether the members are all of it. */
  readonly closed?: boolean;
  /** Processor: whether its logic has non-planar transistors; absent where unknown. */
  readonly nonPlanar?: boolean;
  /** Processor: whether it is designed or marketed for data centres; absent for families and where unknown. */
  readonly forDataCentres?: boolean;
  /** ExportControl. */
  readonly agency?: string;
  /** ExportControl. */
  readonly citation?: string;
  /** Market: what is sold there. */
  readonly scope?: string;
  /** Source. */
  readonly publisher?: string;
  /** Source. */
  readonly url?: string;
  /** Source: a day, month or year. */
  readonly published?: string;
  /** Source: an instant. */
  readonly fetched?: string;
  /** Source. */
  readonly licence?: string;
}
