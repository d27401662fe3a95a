import { Migration } from '@mikro-orm/migrations';

/** Tables with both tenant columns: a row's client must belong to the row's organization. */
const clientTables = ['memberships', 'api_keys', 'invitations', 'orders', 'order_imports', 'import_mappings'];
const organizationTables = ['depots', 'clients', 'memberships', 'drivers', 'routes'];

const organizationGrants: Record<string, string> = {
  organizations: 'select, update',
  depots: 'select, insert, update, delete',
  clients: 'select, insert, update',
  memberships: 'select, update, delete',
  invitations: 'select, insert, update, delete',
  api_keys: 'select, insert, update',
  orders: 'select, insert, update, delete',
  events: 'select, insert',
  jobs: 'insert',
  order_imports: 'select, insert, update, delete',
  import_problems: 'select, insert, delete',
  import_mappings: 'select, insert, update, delete',
  routes: 'select, insert, update, delete',
  drivers: 'select, insert, update, delete',
  attempts: 'select, insert',
};

const clientGrants: Record<string, string> = {
  organizations: 'select',
  depots: 'select',
  clients: 'select',
  memberships: 'select, update, delete',
  invitations: 'select, insert, update, delete',
  api_keys: 'select, insert, update',
  orders: 'insert, delete',
  events: 'select, insert',
  jobs: 'insert',
  order_imports: 'select, insert, update, delete',
  import_problems: 'select, insert, delete',
  import_mappings: 'select, insert, update, delete',
  routes: 'select (id, organization_id, title)',
};

/** What tenants may not even name: other people's password hashes, the organization's notes on a client's order. */
const hidden = [
  {
    table: 'users',
    column: 'password_hash',
    privileges: ['select'],
    roles: ['waybill_organization', 'waybill_client'],
  },
  { table: 'orders', column: 'internal_notes', privileges: ['select', 'update'], roles: ['waybill_client'] },
];

export class Migration20261121000003_integrity_and_grants extends Migration {
  override name = 'Migration20261121000003_integrity_and_grants';

  override up(): void {
    this.addSql('alter table clients add constraint clients_of_organization unique (organization_id, id)');
    this.addSql('alter table depots add constraint depots_of_organization unique (organization_id, id)');
    for (const table of organizationTables) {
      this.addSql(
        `alter table ${table} add constraint ${table}_organization_fk foreign key (organization_id) references organizations (id)`,
      );
    }
    for (const table of clientTables) {
      this.addSql(
        `alter table ${table} add constraint ${table}_client_fk foreign key (organization_id, client_id) references clients (organization_id, id)`,
      );
    }
    this.addSql(
      'alter table clients add constraint clients_depot_fk foreign key (organization_id, default_depot_id) references depots (organization_id, id)',
    );
    this.addSql(
      'alter table orders add constraint orders_depot_fk foreign key (organization_id, depot_id) references depots (organization_id, id)',
    );
    this.addSql(
      'alter table routes add constraint routes_depot_fk foreign key (organization_id, depot_id) references depots (organization_id, id)',
    );
    this.addSql('alter table drivers add constraint drivers_of_organization unique (organization_id, id)');
    this.addSql(
      'alter table routes add constraint routes_driver_fk foreign key (organization_id, driver_id) references drivers (organization_id, id) on delete set null (driver_id)',
    );
    this.addSql(
      'alter table orders add constraint orders_route_fk foreign key (route_id) references routes (id)',
    );
    this.addSql(
      'alter table orders add constraint orders_route_agrees check ((route_id is null) = (route_position is null))',
    );
    this.addSql(
      "alter table orders add constraint orders_draft_has_client check (status <> 'draft' or client_id is not null)",
    );
    this.addSql(
      'alter table attempts add constraint attempts_order_fk foreign key (order_id) references orders (id) on delete cascade',
    );
    this.addSql(
      'alter table import_problems add constraint import_problems_import_fk foreign key (import_id) references order_imports (id) on delete cascade',
    );
    this.addSql(
      'alter table sessions add constraint sessions_membership_fk foreign key (membership_id) references memberships (id) on delete cascade',
    );
    this.addSql(
      'alter table refresh_tokens add constraint refresh_tokens_session_fk foreign key (session_id) references sessions (id) on delete cascade',
    );

    this.addSql('grant select, insert, update, delete on all tables in schema public to waybill_system');
    this.addSql('revoke all on mikro_orm_migrations from waybill_system');
    this.addSql(
      'grant usage on sequence events_seq_seq to waybill_organization, waybill_client, waybill_system',
    );
    this.grant('waybill_organization', organizationGrants);
    this.grant('waybill_client', clientGrants);
    for (const { table, column, privileges, roles } of hidden) {
      const to = roles.join(', ');
      this.addSql(`do $$ declare columns text; begin
        select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
          where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attname <> '${column}';
        ${privileges.map((privilege) => `execute 'grant ${privilege} (' || columns || ') on ${table} to ${to}';`).join('\n')}
      end $$`);
    }
  }

  private grant(role: string, grants: Record<string, string>): void {
    for (const [table, privileges] of Object.entries(grants))
      this.addSql(`grant ${privileges} on ${table} to ${role}`);
  }
}
