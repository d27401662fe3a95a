import {
  ArrayType,
  BooleanType,
  DateTimeType,
  DateType,
  DoubleType,
  IntegerType,
  JsonType,
  StringType,
  UuidType,
} from '@mikro-orm/core';
import { orderProperties } from './order.entity.js';
import { toColumn, unreadColumns, type OrderColumn } from './order-row.js';

/** What SQL calls the types of the entity's properties. */
const sqlTypes = new Map<unknown, string>([
  [UuidType, 'uuid'],
  [StringType, 'text'],
  [IntegerType, 'int'],
  [DoubleType, 'float8'],
  [ArrayType, 'text[]'],
  [JsonType, 'jsonb'],
  [DateTimeType, 'timestamptz'],
  [DateType, 'date'],
  [BooleanType, 'bool'],
]);

function sqlTypeOf(property: OrderColumn): string {
  const type: unknown = orderProperties[property].type;
  const found = sqlTypes.get(type) ?? sqlTypes.get((type as object).constructor);
  if (!found) throw new Error(`Order.${property} has a type without a name in SQL`);
  return found;
}

const columns = (Object.keys(orderProperties) as OrderColumn[]).filter(
  (property) => !(unreadColumns as readonly string[]).includes(property),
);

/** PostgreSQL type of every column that SQL projections read, by its name in `OrderRow`. */
export const orderColumnTypes = Object.fromEntries(
  columns.map((property) => [property, sqlTypeOf(property)]),
) as Record<OrderColumn, string>;

/** Names of the columns that a read needs; undefined for all. */
export type Columns = ReadonlySet<string> | undefined;

const expressions: [name: string, sql: string][] = [
  ...columns.map((property): [string, string] => [property, `o.${toColumn(property)} as "${property}"`]),
  [
    'routeTitle',
    '(select r.title from routes r where r.organization_id = o.organization_id and r.id = o.route_id) as "routeTitle"',
  ],
];

/** Select list of an `OrderRow` from `orders o`. Contains nothing that a client may not read. */
export const orderProjection = projectionOf(expressions);

/** The same with these columns alone. */
export function orderProjectionOf(wanted: Columns): string {
  return wanted ? projectionOf(expressions.filter(([name]) => wanted.has(name))) : orderProjection;
}

function projectionOf(chosen: typeof expressions): string {
  return chosen.map(([, sql]) => sql).join(', ');
}

/** The columns that {@link orderProjection} reads, in its order, so that the planner need not rearrange them. */
export const readColumns = readColumnsOf(undefined);

/** The columns that {@link orderProjectionOf} reads. */
export function readColumnsOf(wanted: Columns): string {
  const read = columns.filter(
    (property) => !wanted || wanted.has(property) || (property === 'routeId' && wanted.has('routeTitle')),
  );
  return [...read.map((property) => `o.${toColumn(property)}`), 'o.organization_id'].join(', ');
}
