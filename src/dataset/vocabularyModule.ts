import { printLiteral } from './literal.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The text of src/quantity/vocabulary.ts. `npx tsx bin/generate.ts` writes it; a test fails where it is stale.
 */
export function vocabularyModule({ properties, linkKinds }: Vocabulary): string {
  return `${header}
/** What can be claimed, by its id in data/. */
export const properties = ${printLiteral(properties)} as const satisfies Record<string, PropertyDeclaration>;

/** The kinds of link, by their id in data/. */
export const linkKinds = ${printLiteral(linkKinds)} as const satisfies Record<string, LinkKindDeclaration>;
`;
}

const header = `// Made from data/properties.yaml by \`npx tsx bin/generate.ts\`: change that file, not this one.

/** What can be claimed of an entity. */
export interface PropertyDeclaration {
  /** What its claims hold. */
  readonly datatype: 'quantity' | 'text' | 'date' | 'entity';
  /** \`money\` for any currency, or codes of unit.ts; empty where its claims hold no quantity. */
  readonly units: readonly string[];
  /** Whether it cannot be below zero, so that a sum keeps its low end without the unknown ones. */
  readonly nonNegative: boolean;
  /** Whether the figures of adjoining periods add up, as spending does and cash held does not. */
  readonly flow: boolean;
  /** Whether the figures of several entities add up, as spending does and prices do not. */
  readonly adds: boolean;
  /** The kinds of entity it is claimed of, as in global ids; \`Link\` for what is said of a link. */
  readonly of: readonly string[];
  /** What makes two facts of one subject and period different ones. */
  readonly qualifiers: Readonly<Record<string, QualifierDeclaration>>;
  /** What may have been measured, the best first; empty where there is nothing to tell apart. */
  readonly definitions: readonly DefinitionDeclaration[];
  readonly means: string;
}

/** What exactly may have been measured. */
export interface DefinitionDeclaration {
  readonly id: string;
  /** Whether figures so defined add up over periods. */
  readonly flow: boolean;
  readonly means: string;
}

/** What tells facts of one property apart. */
export interface QualifierDeclaration {
  readonly datatype: 'text' | 'entity' | 'period';
  /** The kinds of entity it may be; empty where it is none. */
  readonly of: readonly string[];
  /** The words it may be; empty where it may be any, or is no text. */
  readonly values: readonly string[];
  readonly means: string;
}

/** A kind of link, read from \`from\` to \`to\`. */
export interface LinkKindDeclaration {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The same link read backwards. */
  readonly inverse: string;
  /** The end that needs the other one, as a customer its supplier; null where neither does. */
  readonly dependent: 'from' | 'to' | null;
  readonly means: string;
}

/** The id of a property. */
export type PropertyId = keyof typeof properties;

/** The id of a kind of link. */
export type LinkKindId = keyof typeof linkKinds;
`;
