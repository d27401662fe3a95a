import { v7 as uuidv7 } from 'uuid';
import { systemActor } from '../../src/common/http/request-context.js';
import type { TenantScope } from '../../src/database/tenancy/tenancy.js';
import { chunkStatements } from '../../src/modules/order-imports/running/chunk-statements.js';
import { runStatements, type BoundSql } from '../../src/modules/order-imports/running/run-statements.js';
import { addOrder } from '../support/dispatch.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Wall one alone: each statement is run as the system, which no policy holds. */
describe('the statements of an import', () => {
  let app: TestApp;
  let importId: string;
  let orders: string[];
  let own: TenantScope;
  const foreign: Record<string, TenantScope> = {};

  beforeAll(async () => {
    app = await startTestApp();
    const [owner, stranger] = [await signUp(app), await signUp(app)];
    const [client, sibling] = [await addClient(app, owner), await addClient(app, owner)];
    const { organizationId, id: clientId } = client;
    own = { audience: 'client', organizationId, clientId };
    foreign['its own organization'] = { audience: 'organization', organizationId };
    foreign['the client beside it'] = { audience: 'client', organizationId, clientId: sibling.id };
    foreign['another organization'] = {
      audience: 'organization',
      organizationId: stranger.membership.organization.id,
    };
    importId = uuidv7();
    await app.database.query(
      `insert into order_imports (id, organization_id, client_id, status, mode, duplicates, file_name, file_key,
                                  file_size, file_hash, other_sheets, checkpoint_row, created_by, created_at, updated_at)
       values ($1, $2, $3, 'running', 'skip_invalid', 'reject', 'a.csv', 'none', 1, '', '{}', 1, '{}', now(), now())`,
      [importId, organizationId, clientId],
    );
    orders = [
      await addOrder(app, client, { status: 'draft' }),
      await addOrder(app, client, { status: 'submitted' }),
    ];
    await app.database.query('update orders set import_id = $1 where id = any($2)', [importId, orders]);
  });
  afterAll(() => app.close());

  const run = (statement: BoundSql) => app.database.query<Record<string, unknown>>(...statement);
  const statementsOf = (scope: TenantScope) => {
    const ref = { importId, scope, actor: systemActor, requestId: 'test' };
    return {
      ...runStatements(ref),
      ...chunkStatements({
        ...ref,
        duplicates: 'reject',
        filledColumns: [],
        filledFields: [],
        idHeader: 'Id',
      }),
    };
  };
  const nothing = { processed: 1, imported: 0, orders: 0, rejected: 0, taken: 0, skipped: 0 };
  const found = { type: 'header', format: 'text', sheet: null, headerRow: 1, rowsTotal: 1 } as const;
  const header = {
    ...found,
    profile: null,
    groupBy: null,
    dayOrder: null,
    columns: [],
    missing: [],
    otherSheets: [],
  };
  const end = { status: 'completed', message: '', failureCode: null, nothingKept: false };
  const told = async () =>
    (await app.database.query('select 1 from events where type ~ $1', ['^(order|import)'])).length;

  it.each(['another organization', 'its own organization', 'the client beside it'])(
    'touch nothing in the name of %s',
    async (name) => {
      const statements = statementsOf(foreign[name]!);
      expect(await run(statements.begin())).toEqual([]);
      expect(await run(statements.keepHeader(header))).toEqual([]);
      expect(await run(statements.hold(1))).toEqual([]);
      expect(await run(statements.progress({ checkpoint: 2, ...nothing }))).toEqual([]);
      expect(await run(statements.finish(1, end))).toEqual([]);
      await run(statements.announce('import.completed'));
      expect(await told()).toBe(0);
    },
  );

  it.each(['another organization', 'the client beside it'])(
    'remove no order in the name of %s',
    async (name) => {
      expect(await run(statementsOf(foreign[name]!).removeOrders())).toEqual([{ count: 0 }]);
      expect(await app.database.query('select id from orders where id = any($1)', [orders])).toHaveLength(2);
      expect(await told()).toBe(0);
    },
  );

  it('do their work in the name of its client', async () => {
    const statements = statementsOf(own);
    expect(await run(statements.begin())).toHaveLength(1);
    expect(await run(statements.keepHeader(header))).toHaveLength(1);
    expect(await run(statements.hold(1))).toEqual([{ cancelled: false }]);
    expect(await run(statements.progress({ checkpoint: 2, ...nothing }))).toHaveLength(1);
    expect(await run(statements.finish(2, end))).toHaveLength(1);
    await run(statements.announce('import.completed'));
    expect(await run(statements.removeOrders())).toEqual([{ count: 1 }]);
    expect(await told()).toBe(2);
  });
});
