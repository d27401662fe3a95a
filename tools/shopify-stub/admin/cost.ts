import {
  type DocumentNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

export interface Walk {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Values;
  /** As what a number of nodes counts. */
  weigh: (nodes: number) => number;
}

/** Square root of the size, for stores that are set so. */
export const damped = (nodes: number): number => Math.ceil(Math.sqrt(nodes));

const mutationCost = 10;
const connectionCost = 2;

/**
 * What a query costs, by Shopify's rules: an object 1, a scalar nothing, a connection 2 and its nodes, a mutation
 * 10 at least. Without an answer it is what the query may cost; with one, what was really found.
 */
export function queryCost(walk: Walk, operation: OperationDefinitionNode, answer?: unknown): number {
  const isMutation = operation.operation === 'mutation';
  const root = isMutation ? walk.schema.getMutationType() : walk.schema.getQueryType();
  if (!root) return 0;
  const cost = selectionCost(walk, root, operation.selectionSet, answer);
  return isMutation ? Math.max(cost, mutationCost) : cost;
}

function selectionCost(walk: Walk, type: GraphQLCompositeType, set: SelectionSetNode, data: unknown): number {
  let cost = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = isAbstractType(type) ? undefined : type.getFields()[selection.name.value];
      if (!field || !selection.selectionSet) continue;
      const key = selection.alias?.value ?? selection.name.value;
      const found = data === undefined ? undefined : ((data as Values)[key] ?? null);
      const args = sizes(walk, selection.arguments ?? []);
      cost += fieldCost(walk, field, selection.selectionSet, args, found);
      continue;
    }
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const fragment = isSpread
      ? walk.document.definitions.find(
          (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
        )
      : selection;
    if (!fragment || !('selectionSet' in fragment) || !fragment.selectionSet) continue;
    const condition = 'typeCondition' in fragment ? fragment.typeCondition?.name.value : undefined;
    const target = condition ? walk.schema.getType(condition) : type;
    if (isCompositeType(target)) cost += selectionCost(walk, target, fragment.selectionSet, data);
  }
  return cost;
}

function fieldCost(
  walk: Walk,
  field: GraphQLField<unknown, unknown>,
  set: SelectionSetNode,
  args: Values,
  data: unknown,
): number {
  const type = getNamedType(field.type);
  if (isLeafType(type) || !isCompositeType(type) || data === null) return 0;
  if (isObjectType(type) && type.name.endsWith('Connection')) return connection(walk, type, set, args, data);
  if (Array.isArray(data))
    return data.reduce<number>(
      (sum, one) => sum + (one === null ? 0 : 1 + selectionCost(walk, type, set, one)),
      0,
    );
  const times = Array.isArray(args.ids) ? args.ids.length : 1;
  return times * (1 + selectionCost(walk, type, set, data));
}

/** Its nodes, whether asked for as such or by edges; asking both ways costs both. */
function connection(
  walk: Walk,
  type: GraphQLCompositeType,
  set: SelectionSetNode,
  args: Values,
  data: unknown,
): number {
  let cost = connectionCost;
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD || !selection.selectionSet || isAbstractType(type)) continue;
    const name = selection.name.value;
    if (name !== 'nodes' && name !== 'edges') continue;
    const itemType = getNamedType(type.getFields()[name]!.type);
    if (!isCompositeType(itemType)) continue;
    const found = data === undefined ? undefined : (data as Values)[selection.alias?.value ?? name];
    const items = Array.isArray(found) ? found : undefined;
    // An edge is free; the node in it costs as any object.
    const each = (item: unknown) =>
      (name === 'nodes' ? 1 : 0) + selectionCost(walk, itemType, selection.selectionSet!, item);
    const size = items?.length ?? Number(args.first ?? args.last ?? 0);
    if (size === 0) continue;
    const mean = items ? items.reduce<number>((sum, item) => sum + each(item), 0) / size : each(undefined);
    cost += Math.ceil(walk.weigh(size) * mean);
  }
  return cost;
}

function sizes(
  { variables }: Walk,
  given: readonly { name: { value: string }; value: { kind: string } }[],
): Values {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueOf(value, variables)]));
}

function valueOf(node: { kind: string }, variables: Values): unknown {
  if (node.kind === Kind.VARIABLE)
    return variables[(node as unknown as { name: { value: string } }).name.value];
  if (node.kind === Kind.INT) return Number((node as unknown as { value: string }).value);
  if (node.kind === Kind.LIST) return (node as unknown as { values: unknown[] }).values;
  return undefined;
}
