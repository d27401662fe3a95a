import type { EntityManager } from '@mikro-orm/postgresql';
import { runInContext, systemActor } from '../../src/common/http/request-context.js';
import { afterCommit, Database, rowsOf } from '../../src/database/database.js';
import { NoScopeError, type TenantScope } from '../../src/database/tenancy/tenancy.js';
import { TenantReads } from '../../src/database/tenancy/tenant-reads.js';
import type { UnitOfWork } from '../../src/database/tenancy/unit-of-work.js';
import { Depot } from '../../src/modules/depots/depot.entity.js';
import { openAdmin } from '../support/admin.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the one transaction of a request', () => {
  let app: TestApp;
  let db: Database;
  let admin: Awaited<ReturnType<typeof openAdmin>>;
  let mine: TenantScope & { organizationId: string };
  beforeAll(async () => {
    app = await startTestApp();
    db = app.nest.get(Database);
    admin = await openAdmin(app.database.url);
    const { membership } = await signUp(app);
    mine = { audience: 'organization', organizationId: membership.organization.id };
  });
  afterAll(async () => {
    await admin.end();
    await app.close();
  });

  const within = <T>(work: () => Promise<T>) =>
    runInContext({ requestId: 'test', scope: mine, actor: systemActor }, work);
  /** Runs `work` in a unit, which is rolled back when it fails. */
  const inUnit = <T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> =>
    within(async () => {
      const unit = await db.openUnit();
      try {
        const result = await work(unit);
        await unit.commit();
        return result;
      } catch (error) {
        await unit.rollback();
        throw error;
      }
    });
  const add = (em: EntityManager, name: string) =>
    em.create(Depot, { organizationId: mine.organizationId, name, timezone: 'UTC' });
  const depots = async (name: string) =>
    (await app.database.query('select 1 from depots where name = $1', [name])).length;
  const session = async (em: EntityManager) =>
    (
      await rowsOf<{ role: string; tenant: string }>(
        em,
        `select current_setting('role') as role, current_setting('app.organization_id', true) as tenant`,
      )
    )[0];

  it('holds all its work, or none', async () => {
    await inUnit(async () => {
      await db.transaction((em) => Promise.resolve(void add(em, 'Kept')));
      await db.asSystem('a test', (em) => Promise.resolve(void add(em, 'Kept')));
      expect(await depots('Kept')).toBe(0);
    });
    expect(await depots('Kept')).toBe(2);
    const failing = inUnit(async () => {
      await db.transaction((em) => Promise.resolve(void add(em, 'Undone')));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await depots('Undone')).toBe(0);
  });

  it.each([
    ['a request', inUnit],
    ['a job', within],
  ])('runs what waits for its commit once it is there, and not without it, in %s', async (name, run) => {
    const seen: Promise<number>[] = [];
    await run(() =>
      db.transaction((em) => {
        add(em, `After ${name}`);
        afterCommit(() => seen.push(depots(`After ${name}`)));
        return Promise.resolve();
      }),
    );
    expect(await Promise.all(seen)).toEqual([1]);
    const failing = run(() =>
      db.transaction(() => {
        afterCommit(() => seen.push(depots('Never')));
        return Promise.reject(new Error('no'));
      }),
    );
    await expect(failing).rejects.toThrow('no');
    expect(seen).toHaveLength(1);
  });

  it('lets work of another scope see what came before it, and act as that scope alone', async () => {
    await inUnit(() =>
      db.transaction(async (em) => {
        add(em, 'Seen');
        await db.asSystem('a test', async (inner) => {
          expect(await inner.count(Depot, { name: 'Seen' })).toBe(1);
          expect(await session(inner)).toMatchObject({ role: 'waybill_system' });
        });
        expect(await session(em)).toEqual({ role: 'waybill_organization', tenant: mine.organizationId });
      }),
    );
  });

  it('does not go on as another scope when what came before fails', async () => {
    let wentOn = false;
    const failing = inUnit(() =>
      db.transaction(async (em) => {
        add(em, 'Long'.repeat(100));
        await db.asSystem('a test', () => Promise.resolve(void (wentOn = true)));
      }),
    );
    await expect(failing).rejects.toThrow('value too long');
    expect(wentOn).toBe(false);
  });

  it('does not act as another scope when it cannot tell the database so', async () => {
    let outcome = 'not asked';
    const lost = inUnit(async ({ em }) => {
      const [backend] = await rowsOf<{ pid: number }>(em, 'select pg_backend_pid() as pid');
      await admin.query('select pg_terminate_backend($1)', [backend!.pid]);
      const acting = db.asSystem('a test', () => Promise.resolve('acted'));
      outcome = await acting.catch(() => 'refused');
    });
    await expect(lost).rejects.toThrow();
    expect(outcome).toBe('refused');
  });

  it('is joined by reads, which see what it has written', async () => {
    await inUnit(async () => {
      await db.transaction((em) => Promise.resolve(void add(em, 'Read')));
      const rows = await app.nest.get(TenantReads).rows<{ name: string }>((statement, scope) => ({
        text: `select d.name from depots d where ${statement.tenant(scope, 'd')} and d.name = 'Read'`,
      }));
      expect(rows).toEqual([{ name: 'Read' }]);
    });
  });

  it('does nothing more once any of its work has failed', async () => {
    const late = inUnit(async () => {
      await db.asSystem('a test', () => Promise.reject(new Error('no'))).catch(() => undefined);
      await db.transaction((em) => Promise.resolve(void add(em, 'Late')));
    });
    await expect(late).rejects.toThrow('failed before');
    const ended = inUnit(async () => {
      await db.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);
    });
    await expect(ended).rejects.toThrow('failed before');
    expect(await depots('Late')).toBe(0);
  });

  it.each(['commit', 'rollback'] as const)('is joined by nothing after its %s', async (end) => {
    await within(async () => {
      const unit = await db.openUnit();
      await unit[end]();
      await expect(db.asSystem('a test', () => Promise.resolve())).rejects.toThrow('has ended');
      const read = app.nest.get(TenantReads).rows(() => ({ text: 'select 1' }));
      await expect(read).rejects.toThrow('has ended');
    });
  });

  it('is not opened outside a scope', async () => {
    await expect(db.openUnit()).rejects.toThrow(NoScopeError);
    const context = { requestId: 'test', scope: { audience: 'none' }, actor: systemActor } as const;
    await expect(runInContext(context, () => db.openUnit())).rejects.toThrow(NoScopeError);
  });
});
