import type pg from 'pg';
import { Database } from '../../src/database/database.js';
import type { DeclaredScope } from '../../src/database/tenancy/tenancy.js';
import type { TestApp } from './test-app.js';

/** Makes the rest of the transaction that `admin` has open run as the role of that audience, within its tenant. */
export async function enter(admin: pg.Client, app: TestApp, scope: DeclaredScope): Promise<void> {
  for (const [name, value] of Object.entries(app.nest.get(Database).sessionVariables(scope)))
    await admin.query('select set_config($1, $2, true)', [name, value]);
}
