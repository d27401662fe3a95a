import {
  type DocumentNode,
  executeSync,
  getOperationAST,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { type Fault } from '../store/faults.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';
import { effectiveScopes } from './access.ts';
import { adminSchema } from './admin-schema.ts';
import { type AdminContext } from './context.ts';
import { damped, queryCost, type Walk } from './cost.ts';
import {
  internalError,
  invalidDocument,
  invalidVariable,
  type ShopifyError,
  throttled,
  tooCostly,
} from './shopify-errors.ts';

const schema = adminSchema();

export interface AdminRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** A request whose document was found good. */
export interface ReadyRequest {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
  operationName?: string;
  /** The operation's name and its root fields, by which faults are told apart. */
  names: string[];
}

export interface AdminAnswer {
  data?: unknown;
  errors?: ShopifyError[] | string;
  extensions?: Record<string, unknown>;
}

/** Reads a document against the schema; the errors that Shopify would answer when it does not fit. */
export function prepare(request: AdminRequest): ReadyRequest | { errors: ShopifyError[] } {
  let document: DocumentNode;
  try {
    document = parse(request.query);
  } catch (error) {
    if (error instanceof GraphQLError)
      return { errors: [{ message: error.message, locations: error.locations }] };
    throw error;
  }
  const faults = validate(schema, document);
  if (faults.length > 0) return { errors: faults.map(invalidDocument) };
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return { errors: [{ message: 'An operation name is required' }] };
  const roots = operation.selectionSet.selections.flatMap((one) =>
    one.kind === Kind.FIELD ? [one.name.value] : [],
  );
  const { variables, operationName } = request;
  const names = [...(operation.name ? [operation.name.value] : []), ...roots];
  return { document, operation, variables, operationName, names };
}

/** Runs it within the bucket. The answer always comes with HTTP 200. */
export function run(
  world: World,
  store: Store,
  scopes: readonly string[],
  ready: ReadyRequest,
  fault?: Fault,
): AdminAnswer {
  const { document, operation, variables, operationName } = ready;
  const weigh = store.settings.costModel === 'damped' ? damped : (nodes: number) => nodes;
  const walk: Walk = { schema, document, variables, weigh };
  const requestedQueryCost = queryCost(walk, operation);
  const cost = (actualQueryCost: number | null) => ({
    cost: { requestedQueryCost, actualQueryCost, throttleStatus: store.bucket.status() },
  });
  const { maxQueryCost } = store.settings;
  if (requestedQueryCost > maxQueryCost) return { errors: [tooCostly(requestedQueryCost, maxQueryCost)] };
  if (fault?.do === 'throttled') store.bucket.leave(0);
  if (!store.bucket.take(requestedQueryCost)) return { errors: [throttled], extensions: cost(null) };
  if (fault?.do === 'internal') return { errors: [internalError], extensions: cost(requestedQueryCost) };
  const context: AdminContext = {
    world,
    store,
    scopes: effectiveScopes(scopes),
    wall: new Date(Date.now() - store.settings.wallDays * 86_400_000).toISOString(),
    searches: [],
    ...(fault?.do === 'userErrors' && { fault }),
  };
  const result = executeSync({
    schema,
    document,
    variableValues: variables,
    operationName,
    contextValue: context,
  });
  if (result.data === undefined) {
    store.bucket.putBack(requestedQueryCost);
    return { errors: (result.errors ?? []).map(invalidVariable), extensions: cost(0) };
  }
  const actual = queryCost(walk, operation, result.data ?? {});
  store.bucket.putBack(requestedQueryCost - actual);
  return {
    data: result.data,
    ...(result.errors && { errors: result.errors.map((error) => error.toJSON() as ShopifyError) }),
    extensions: { ...cost(actual), ...(context.searches.length > 0 && { search: context.searches }) },
  };
}
