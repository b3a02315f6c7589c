import { GraphQLError } from 'graphql';

/** The stable codes of errors that a client can act upon. */
export type ErrorCode =
  | 'BAD_ID'
  | 'BAD_LENS'
  | 'BAD_DATE'
  | 'BAD_PERIOD'
  | 'BAD_QUANTITY'
  | 'BAD_UNIT'
  | 'BAD_CURSOR'
  | 'BAD_PAGE'
  | 'BAD_ORDER'
  | 'BAD_FILTER'
  | 'BAD_ARGUMENT'
  | 'UNIT_MISMATCH'
  | 'NOT_FOUND'
  | 'AMBIGUOUS_NAME'
  | 'TOO_COMPLEX'
  | 'BUDGET_EXCEEDED';

/**
 * The one maker of errors for clients: a code that stays the same, the argument concerned, and a message that says what
 * was wrong and what to write instead. Anything else that is thrown is masked.
 */
export function clientError(code: ErrorCode, message: string, argument?: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(argument !== undefined && { argument }) } });
}

/** Whether what was thrown is an error for clients with this code. */
export function isClientError(error: unknown, code: ErrorCode): boolean {
  return error instanceof GraphQLError && error.extensions.code === code;
}
