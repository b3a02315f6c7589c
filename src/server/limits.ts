/** What one client may ask of the server. The price of an operation, and pages, are limited by the schema. */
export const limits = {
  /** Of a request's body; an operation of 100 lines has about 5,000. */
  bodyBytes: 256 * 1024,
  /** Of an operation; the longest of examples/ has some hundreds, an introspection about 200. */
  tokens: 2_000,
  /** How deep the variables of an operation may nest; filters in them may nest 24 deep. */
  variableDepth: 100,
  /** Characters of all operations that are remembered, parsed and validated. A parsed one takes up to 200 times its text. */
  rememberedCharacters: 500_000,
  /** From the first byte of a request to the end of its headers. */
  headersTimeoutMs: 10_000,
  /** From the first byte of a request to its last. */
  requestTimeoutMs: 30_000,
  /** Without a byte in either direction, as of a client that does not read its answer. */
  idleSocketMs: 60_000,
  /** Between two requests: longer than load balancers keep a connection, which else meets one that is just being closed. */
  keepAliveMs: 65_000,
  /** For requests that still run when the server is told to stop. */
  stoppingMs: 10_000,
} as const;
