import type { Permission } from '../../src/auth/access/permissions.js';
import { openapi } from '../support/contract.js';
import { table, type Row } from './matrix.table.js';

export interface Operation {
  id: string;
  method: string;
  path: string;
  permission: Permission | 'public';
  success: number[];
}

export const operations: Operation[] = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    permission: (operation as unknown as { 'x-permission': Permission | 'public' })['x-permission'],
    success: Object.keys(operation.responses)
      .map(Number)
      .filter((status) => status < 300),
  })),
);

export function rowsOf({ id }: Operation): Row[] {
  const rows = table[id] ?? [];
  return Array.isArray(rows) ? rows : [rows];
}
