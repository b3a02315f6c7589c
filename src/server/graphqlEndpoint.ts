import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type ParseOptions,
  parse,
  type Source,
} from 'graphql';
import { createYoga, maskError, type Plugin, type YogaLogger } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Context } from '../../schema/context.ts';
import { StoreUnavailable } from '../store/storeError.ts';
import type { Read } from '../store/whenRead.ts';
import { type Answer, refusal } from './answer.ts';
import { limits } from './limits.ts';

/** A request to the endpoint: its query string, its headers, and its body where it is a POST. */
export interface GraphqlRequest {
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * The endpoint: GraphQL over HTTP by Yoga, behind our own reading of the request.
 *
 * Yoga never sees the request itself. Left to it, a malformed Host header answers a stack, and its limit on bodies costs
 * half of the time it takes.
 */
export function graphqlEndpoint(
  schema: GraphQLSchema,
  log: Logger,
): (request: GraphqlRequest, context: Context) => Promise<Answer> {
  const remembered = { maxSize: limits.rememberedCharacters, maxEntrySize: limits.rememberedCharacters };
  const yoga = createYoga<{ context: Context }>({
    schema,
    context: (server) => server.context,
    plugins: [limitTokens, defaultViewAsRoot, codeOfEveryError],
    parserAndValidationCache: {
      documentCache: new LRUCache<string, DocumentNode>({
        ...remembered,
        sizeCalculation: (_document, text) => text.length,
      }),
      errorCache: new LRUCache<string, Error>({ ...remembered, sizeCalculation: (_error, text) => text.length }),
    },
    // Not Yoga's default, which shows stacks to clients where NODE_ENV is `development`.
    maskedErrors: {
      isDev: false,
      errorMessage: 'Something went wrong inside. It has been logged; please report it.',
      maskError: (error, message, isDev) => unavailable(error) ?? maskError(error, message, isDev),
    },
    logging: yogaLog(log),
    batching: false,
    multipart: false,
    maxRequestBodySize: false,
    cors: false,
    graphiql: false,
    landingPage: false,
  });

  return async ({ query, headers, body }, context) => {
    const url = `http://localhost/graphql${query === '' ? '' : `?${query}`}`;
    const init = body === null ? { method: 'GET', headers } : { method: 'POST', headers, body };
    const response = await yoga.fetch(url, init, { context });
    if (response.status === 406) {
      return refusal(406, 'NOT_ACCEPTABLE', 'Accept application/json or application/graphql-response+json.');
    }
    // An answer of which a part could not be read is none.
    if (response.status === 503) return refusal(503, unavailableCode, unavailableAdvice, { 'retry-after': '1' });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };
}

const unavailableCode = 'STORE_UNAVAILABLE';
const unavailableAdvice = 'The facts cannot be read at the moment. Try again in a second.';

/** The error of a client whose answer the store could not give, whatever layer wrapped it; null for other errors. */
function unavailable(error: unknown): GraphQLError | null {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  if (!(cause instanceof StoreUnavailable)) return null;
  return new GraphQLError(unavailableAdvice, { extensions: { code: unavailableCode, http: { status: 503 } } });
}

/**
 * Query and View have the same entry points: at the root they read the default view.
 *
 * Yoga's own executor puts fields in the order in which they arrive, which is not that of the operation where a store
 * answers later: the answer of a revision would not be the same each time.
 */
const defaultViewAsRoot: Plugin<{ view: Context['view'] }> = {
  onExecute({ args, setExecuteFn }) {
    args.rootValue = args.contextValue.view();
    setExecuteFn(executeInOrder);
  },
};

function executeInOrder(args: ExecutionArgs): Read<ExecutionResult> {
  if (isDeeper(variablesUsed(args), limits.variableDepth)) return { errors: [variablesTooDeep()] };
  const result = execute(args);
  // Variables that do not fit: nothing has been executed, so that the request is at fault.
  if (!(result instanceof Promise) && result.data === undefined) {
    for (const { extensions } of result.errors ?? []) extensions.http = { status: 400 };
  }
  return result;
}

/** The values of the variables that the operations declare; GraphQL looks at no others. */
function variablesUsed({ document, variableValues }: ExecutionArgs): readonly unknown[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variableValues?.[variable.name.value])
      : [],
  );
}

function variablesTooDeep(): GraphQLError {
  return new GraphQLError(
    `The variables are nested more than ${limits.variableDepth} deep: ask in several operations.`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

/** Whether values lie deeper in a value than allowed. Level by level, because a call for each would overflow the stack. */
function isDeeper(value: unknown, most: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= most; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Refuses operations of absurd length or depth while they are read, before they cost anything. */
const limitTokens: Plugin = {
  onParse({ setParseFn }) {
    setParseFn(parseLimited);
  },
};

function parseLimited(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof RangeError) throw new GraphQLError('Syntax Error: The operation is nested too deeply.');
    throw error;
  }
}

/**
 * GraphQL's own complaint about a variable has no code. Yoga's about a body that is no request quotes the parser of
 * JSON, and answers 200 to clients that accept plain JSON, as is right for requests that can be read, and for these only.
 */
const codeOfEveryError: Plugin = {
  onResultProcess({ result }) {
    if (!('errors' in result)) return;
    for (const { extensions } of result.errors ?? []) {
      extensions.code ??= 'BAD_USER_INPUT';
      if (extensions.code !== 'BAD_REQUEST') continue;
      delete extensions.originalError;
      extensions.http = { status: 400, ...extensions.http, spec: false };
    }
  },
};

function yogaLog(log: Logger): YogaLogger {
  return {
    debug: (...what) => log.trace(what.join(' ')),
    info: (...what) => log.debug(what.join(' ')),
    warn: (...what) => log.warn(what.join(' ')),
    error: (error) => log.error({ err: error }, 'an operation failed'),
  };
}
