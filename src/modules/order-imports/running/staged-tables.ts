import { orderColumnTypes } from '../../orders/order-columns.js';
import { contentColumns, toColumn } from '../../orders/order-row.js';
import { stagedRowColumns } from '../reading/staged-orders.js';

const columns = [
  ...Object.entries(stagedRowColumns),
  ...contentColumns.map((column) => [toColumn(column), orderColumnTypes[column]] as const),
];

export const createStagedOrders = `create temp table staged_orders (${columns
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')}) on commit drop`;

export const createStagedProblems = `create temp table staged_problems (import_row int, ordinal int, severity text,
  header text, field text, code text, detail text, value text,
  first_row int, last_row int, row_count int, fix_value text, fix_why text) on commit drop`;
