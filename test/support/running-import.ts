import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '../../src/common/http/request-context.js';
import type { ChunkTarget } from '../../src/modules/order-imports/running/chunk-statements.js';
import type { Progress } from '../../src/modules/order-imports/running/chunk-writer.js';
import type { TestClient } from './tenants.js';
import type { TestDatabase } from './test-database.js';

/** How far an import is that has read its header. */
export const start: Progress = {
  checkpointRow: 1,
  rowsProcessed: 0,
  rowsImported: 0,
  ordersImported: 0,
  rowsRejected: 0,
  rowsTaken: 0,
  rowsSkipped: 0,
  cancelled: false,
};

/** An import of the client that is at its start, and that no job runs. */
export async function addRunningImport(
  database: Pick<TestDatabase, 'query'>,
  { id: clientId, organizationId }: TestClient,
  {
    status = 'running',
    duplicates = 'reject',
    filled = {},
  }: {
    status?: string;
    duplicates?: ChunkTarget['duplicates'];
    /** The columns of `orders` that its file fills, with the field of each. */
    filled?: Record<string, string>;
  } = {},
): Promise<ChunkTarget> {
  const importId = uuidv7();
  await database.query(
    `insert into order_imports (id, organization_id, client_id, status, mode, duplicates, file_name, file_key,
                                file_size, file_hash, other_sheets, checkpoint_row, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, 'skip_invalid', $5, 'a.csv', 'none', 1, '', '{}', 1, '{}', now(), now())`,
    [importId, organizationId, clientId, status, duplicates],
  );
  return {
    importId,
    scope: { audience: 'client', organizationId, clientId },
    actor: systemActor,
    requestId: 'test',
    duplicates,
    filledColumns: Object.keys(filled),
    filledFields: Object.values(filled),
    idHeader: 'Id',
  };
}
