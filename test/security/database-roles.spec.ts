import { audienceRoles, nobodyRole } from '../../src/database/tenancy/tenancy.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** What PostgreSQL itself says about the tables and the roles that requests run as. */
describe('the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const requestRoles = [nobodyRole, ...Object.values(audienceRoles)];

  it('forces row level security on every table', async () => {
    const tables = await database.query<{ name: string; enabled: boolean; forced: boolean }>(
      `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced
         from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
          and relname <> 'mikro_orm_migrations' order by relname`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['api_keys', 'depots', 'memberships', 'orders', 'sessions', 'users']),
    );
    expect(tables.filter(({ enabled, forced }) => !enabled || !forced)).toEqual([]);
  });

  it('has no view or table beside them that would get around it', async () => {
    const others = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')`,
    );
    expect(others).toEqual([]);
  });

  it('has only these functions that run as the system, which state the tenant themselves or are triggers', async () => {
    const definers = await database.query(
      `select proname as name, pg_get_userbyid(proowner) as owner, proconfig::text like '%search_path=public, pg_temp%' as pinned,
              prorettype = 'trigger'::regtype or not has_function_privilege('public', oid, 'execute') as closed,
              has_function_privilege($1, oid, 'execute') and prorettype <> 'trigger'::regtype as open_to_nobody
         from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by proname`,
      [nobodyRole],
    );
    const names = [
      'advance_sandbox_clock',
      'check_owner_of_changed',
      'check_owners_of_new',
      'keep_owner_of_orders',
      'note_deleted_order_texts',
      'note_imported_order_texts',
      'note_order_text',
      'order_candidates',
    ];
    const owner = audienceRoles.system;
    expect(definers).toEqual(
      names.map((name) => ({ name, owner, pinned: true, closed: true, open_to_nobody: false })),
    );
  });

  it('gives policies to the three audiences only, and an open one to the system only', async () => {
    const policies = await database.query<{ table: string; roles: string[]; open: boolean; cmd: string }>(
      `select tablename as table, roles::text[], cmd, qual = 'true' as open from pg_policies where schemaname = 'public'`,
    );
    const audiences: string[] = Object.values(audienceRoles);
    expect(policies.filter(({ roles }) => roles.length !== 1 || !audiences.includes(roles[0]!))).toEqual([]);
    expect(policies.filter(({ roles, open }) => open && roles[0] !== audienceRoles.system)).toEqual([]);
    expect(policies.filter(({ cmd }) => cmd !== 'ALL')).toEqual([]);
  });

  it('runs requests as roles that own nothing, are no superuser and cannot bypass policies', async () => {
    const roles = await database.query<{ rolname: string }>(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
              exists (select 1 from pg_class where relowner = r.oid) as owns_tables,
              exists (select 1 from pg_auth_members where member = r.oid) as member_of_others,
              has_schema_privilege(r.oid, 'public', 'create') as may_create
         from pg_roles r where rolname = any($1) order by rolname`,
      [requestRoles],
    );
    expect(roles).toEqual(
      [...requestRoles].sort().map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolcanlogin: false,
        owns_tables: false,
        member_of_others: false,
        may_create: false,
      })),
    );
  });

  it('starts every connection as a role that may read no table at all', async () => {
    const readable = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and has_table_privilege($1, oid, 'select, insert, update, delete')`,
      [nobodyRole],
    );
    expect(readable).toEqual([]);
  });

  it('hides password hashes and internal notes from tenants, column by column', async () => {
    const visible = await database.query<{ role: string; column: string }>(
      `select role, c.column from unnest($1::text[]) role,
              (values ('users', 'password_hash', 'waybill_organization'), ('users', 'password_hash', 'waybill_client'),
                      ('orders', 'internal_notes', 'waybill_client')) c ("table", "column", hidden_from)
        where role = hidden_from and has_column_privilege(role, c."table", c."column", 'select, update')`,
      [requestRoles],
    );
    expect(visible).toEqual([]);
  });

  it('is owned by a login that is itself no superuser, where it is the embedded one', async () => {
    const [owner] = await database.query<{ rolsuper: boolean; rolbypassrls: boolean; inherits: boolean }>(
      `select rolsuper, rolbypassrls,
              pg_has_role(rolname, 'waybill_system', 'usage') as inherits
         from pg_roles where rolname = session_user`,
    );
    const ordinary = { rolsuper: false, rolbypassrls: false, inherits: false };
    expect(process.env.TEST_DATABASE_EMBEDDED ? owner : ordinary).toEqual(ordinary);
  });
});
