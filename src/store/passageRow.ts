/**
 * A passage of text by which an entity is found: the name of an investment or shipment, a description, what a claim says.
 *
 * Its words are made while publishing, the same for both stores, so that these find the same passages.
 */
export interface PassageRow {
  /** In the order in which search prefers passages: names, descriptions, claims; of each the shortest first. */
  readonly key: number;
  /** The entity that it speaks of. */
  readonly entityKey: number;
  /** The claim that says it, for a lens to see; null where no lens hides it. */
  readonly claimKey: number | null;
  /** `passageWords` of it, with spaces between them. */
  readonly words: string;
}
