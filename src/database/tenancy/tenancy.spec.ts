import type { FlushEventArgs } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { DeclaredScope } from '../../common/scope.js';
import { Database } from '../database.js';
import { Statement } from '../sql/statement.js';
import { NoScopeError, tenantTable, type Scope } from './tenancy.js';
import { ForeignWriteError, TenantWrites } from './tenant-writes.js';

const organization: DeclaredScope = { audience: 'organization', organizationId: 'org-1' };
const client: DeclaredScope = { audience: 'client', organizationId: 'org-1', clientId: 'client-1' };
const system: DeclaredScope = { audience: 'system' };
const nobody: Scope = { audience: 'none' };

const filterOf = (table: ReturnType<typeof tenantTable>) => (scope?: Scope) =>
  table.filters.tenant.cond({ scope });

describe('wall one of a table', () => {
  const filter = filterOf(tenantTable());

  it('holds a client to its own rows, not to those of its organization', () => {
    expect(filter(client)).toEqual({ organizationId: 'org-1', clientId: 'client-1' });
    expect(filter(organization)).toEqual({ organizationId: 'org-1' });
  });

  it('stands unless a query takes it down by name', () => {
    expect(tenantTable().filters.tenant.default).toBe(true);
  });

  it('is open to the system alone, and closed without a scope', () => {
    expect(filter(system)).toEqual({});
    expect(() => filter(nobody)).toThrow(NoScopeError);
    expect(() => filter(undefined)).toThrow(NoScopeError);
  });

  it('may be drawn by a table itself, but never for the system', () => {
    const own = filterOf(tenantTable({ filter: () => ({ id: 'mine' }) }));
    expect(own(client)).toEqual({ id: 'mine' });
    expect(own(system)).toEqual({});
    expect(() => own(nobody)).toThrow(NoScopeError);
  });

  it('is the same in SQL', () => {
    const condition = (scope: Scope) => {
      const statement = new Statement();
      statement.bind('before');
      return [statement.tenant(scope, 'o'), ...statement.values.slice(1)];
    };
    expect(condition(client)).toEqual(['o.organization_id = $2 and o.client_id = $3', 'org-1', 'client-1']);
    expect(condition(organization)).toEqual(['o.organization_id = $2', 'org-1']);
    expect(condition(system)).toEqual(['true']);
    expect(condition(nobody)).toEqual(['false']);
  });
});

describe('an entity without a wall', () => {
  const flush = (scope: Scope) => {
    const change = { entity: {}, type: 'create', meta: { className: 'Loose', filters: {}, properties: {} } };
    const args = {
      em: { getFilterParams: () => ({ scope }) },
      uow: { getChangeSets: () => [change] },
    };
    return () => new TenantWrites().onFlush(args as unknown as FlushEventArgs);
  };

  it('is written by the system alone', () => {
    expect(flush(client)).toThrow(ForeignWriteError);
    expect(flush(organization)).toThrow(ForeignWriteError);
    expect(flush(system)).not.toThrow();
  });
});

describe('both walls', () => {
  it('stand where nothing else is said', () => {
    const db = new Database({} as MikroORM);
    expect(db.filterScope(client)).toBe(client);
    expect(db.sessionVariables(client)).toEqual({
      role: 'waybill_client',
      'app.organization_id': 'org-1',
      'app.client_id': 'client-1',
    });
    expect(db.sessionVariables(organization)).toEqual({
      role: 'waybill_organization',
      'app.organization_id': 'org-1',
    });
    expect(db.sessionVariables(system)).toEqual({ role: 'waybill_system' });
  });
});

describe('wall two of a table', () => {
  const policies = (options?: Parameters<typeof tenantTable>[0]) =>
    tenantTable(options).policies.map(({ name, roles, using, check }) => [name, roles, using, check]);
  const ofOrganization = `organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)`;
  const ofClient = `client_id = (select nullif(current_setting('app.client_id', true), '')::uuid)`;
  const forSystem = ['system', ['waybill_system'], 'true', 'true'];

  it('has one policy for each audience, on one column', () => {
    expect(policies()).toEqual([
      forSystem,
      ['organization', ['waybill_organization'], ofOrganization, ofOrganization],
      ['client', ['waybill_client'], ofClient, ofClient],
    ]);
    expect(tenantTable().rowLevelSecurity).toBe('force');
  });

  it('lets a table widen what may be written, for each audience by itself', () => {
    expect(policies({ organizationCheck: 'a', clientCheck: 'b' })).toEqual([
      forSystem,
      ['organization', ['waybill_organization'], ofOrganization, 'a'],
      ['client', ['waybill_client'], ofClient, 'b'],
    ]);
    expect(policies({ organization: 'a', client: 'b' })).toEqual([
      forSystem,
      ['organization', ['waybill_organization'], 'a', 'a'],
      ['client', ['waybill_client'], 'b', 'b'],
    ]);
  });

  it('has no policy, so no row, for an audience it is closed to', () => {
    expect(policies({ organization: 'none' }).map(([name]) => name)).toEqual(['system', 'client']);
    expect(policies({ client: 'none' }).map(([name]) => name)).toEqual(['system', 'organization']);
  });
});
