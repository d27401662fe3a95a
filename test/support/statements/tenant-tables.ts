import { readFileSync } from 'node:fs';
import { localTables } from '../../../src/database/distribution/placement.js';

interface Snapshot {
  tables: { name: string; columns: Record<string, unknown> }[];
}

const { tables } = JSON.parse(readFileSync('migrations/.snapshot.json', 'utf8')) as Snapshot;

/** For each table whose rows are an organization's, the column that says whose. */
export const tenantTables: ReadonlyMap<string, string> = new Map([
  ['organizations', 'id'],
  ...tables
    .filter(({ name, columns }) => 'organization_id' in columns && !(name in localTables))
    .map(({ name }) => [name, 'organization_id'] as const),
]);
