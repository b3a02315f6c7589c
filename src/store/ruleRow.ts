/** A part of the rules of export controls. They stand outside every lens, so that all of them are read at once. */
export interface RuleRow {
  /** In the order of parts, controls or groups, and their files. */
  readonly key: number;
  readonly part: RulePart;
  /** The control, or the group of places; null of a definition. */
  readonly entityKey: number | null;
  /** Of a clause its id, `a-d5`; of a definition its name; empty elsewhere. */
  readonly name: string;
  /** JSON in the form of src/controls/rule.ts, entities by their slugs. */
  readonly json: string;
}

/** The parts of rules. */
export const ruleParts = [
  'definition', // Definition
  'members', // PlaceMatch of a group of places
  'clause', // Clause of a control
  'read-as', // ReadAs of a control
  'notes', // a list of texts of a control
] as const;

/** One of these parts. */
export type RulePart = (typeof ruleParts)[number];
