import { Migration } from '@mikro-orm/migrations';

/**
 * What is said of a row twice, since its parent, its client and its organization stand in it: taken for independent, a
 * list seems to have so few rows that all of them are read and sorted for a page.
 */
const known = {
  orders: 'client_id, organization_id',
  memberships: 'client_id, organization_id',
  webhook_deliveries: 'endpoint_id, client_id, organization_id',
  import_problems: 'import_id, client_id, organization_id',
  shopify_import_results: 'import_id, client_id, organization_id',
};

export class Migration20261129174144_newest_first extends Migration {
  override name = 'Migration20261129174144_newest_first';

  override up(): void | Promise<void> {
    for (const [table, columns] of Object.entries(known))
      this.addSql(`create statistics ${table}_of_tenant (dependencies) on ${columns} from ${table};`);

    this.addSql(`drop index "api_keys_by_tenant";`);
    this.addSql(
      `create index "api_keys_by_client" on "api_keys" ("client_id", "created_at", "id") where client_id is not null;`,
    );
    this.addSql(
      `create index "api_keys_by_organization" on "api_keys" ("organization_id", "created_at", "id") where client_id is null;`,
    );

    this.addSql(`drop index "clients_by_organization";`);
    this.addSql(
      `create index "clients_by_organization" on "clients" ("organization_id", "created_at", "id");`,
    );

    this.addSql(`drop index "depots_by_organization";`);
    this.addSql(`create index "depots_by_organization" on "depots" ("organization_id", "created_at", "id");`);

    this.addSql(`drop index "drivers_by_organization";`);
    this.addSql(
      `create index "drivers_by_organization" on "drivers" ("organization_id", "created_at", "id");`,
    );

    this.addSql(`drop index "invitations_by_tenant";`);
    this.addSql(`create index "invitations_by_client" on "invitations" ("client_id", "created_at", "id");`);
    this.addSql(
      `create index "invitations_by_organization" on "invitations" ("organization_id", "created_at", "id") where kind = 'client' or client_id is null;`,
    );

    this.addSql(`drop index "jobs_failed_work";`);
    this.addSql(
      `create index "jobs_failed_work" on "jobs" ("organization_id", "created_at", "id") where state = 'dead';`,
    );

    this.addSql(`drop index "order_imports_by_tenant";`);
    this.addSql(
      `create index "order_imports_by_client" on "order_imports" ("client_id", "created_at", "id") where client_id is not null;`,
    );
    this.addSql(
      `create index "order_imports_by_organization" on "order_imports" ("organization_id", "created_at", "id") where client_id is null;`,
    );

    this.addSql(`drop index "routes_by_organization";`);
    this.addSql(`create index "routes_by_organization" on "routes" ("organization_id", "created_at", "id");`);

    this.addSql(`drop index "sandbox_mails_by_age";`);
    this.addSql(`drop index "sandbox_mails_by_organization";`);
    this.addSql(`create index "sandbox_mails_by_age" on "sandbox_mails" using brin ("created_at");`);
    this.addSql(
      `create index "sandbox_mails_by_organization" on "sandbox_mails" ("organization_id", "created_at", "id");`,
    );

    this.addSql(`drop index "sessions_user_id_index";`);
    this.addSql(`create index "sessions_by_user" on "sessions" ("user_id", "created_at", "id");`);

    this.addSql(`drop index "shopify_data_requests_by_client";`);
    this.addSql(
      `create index "shopify_data_requests_by_client" on "shopify_data_requests" ("client_id", "requested_at", "id");`,
    );

    this.addSql(`drop index "shopify_erasures_by_client";`);
    this.addSql(
      `create index "shopify_erasures_by_client" on "shopify_erasures" ("client_id", "requested_at", "id");`,
    );

    this.addSql(`drop index "shopify_imports_by_client";`);
    this.addSql(
      `create index "shopify_imports_by_client" on "shopify_imports" ("client_id", "created_at", "id");`,
    );

    this.addSql(`drop index "shopify_order_fulfillments_by_client";`);
    this.addSql(
      `create index "shopify_order_fulfillments_by_client" on "shopify_order_fulfillments" ("client_id", "created_at", "id");`,
    );

    this.addSql(`drop index "memberships_by_organization";`);
    this.addSql(
      `create index "memberships_by_client" on "memberships" ("client_id", "created_at", "id") where client_id is not null;`,
    );
    this.addSql(
      `create index "memberships_by_organization" on "memberships" ("organization_id", "created_at", "id") where client_id is null;`,
    );

    this.addSql(`drop index "webhook_deliveries_by_age";`);
    this.addSql(`drop index "webhook_deliveries_by_endpoint";`);
    this.addSql(
      `create index "webhook_deliveries_by_age" on "webhook_deliveries" using brin ("created_at");`,
    );
    this.addSql(
      `create index "webhook_deliveries_by_endpoint" on "webhook_deliveries" ("endpoint_id", "created_at", "id");`,
    );

    this.addSql(`drop index "webhook_endpoints_by_team";`);
    this.addSql(
      `create index "webhook_endpoints_by_client" on "webhook_endpoints" ("client_id", "created_at", "id") where client_id is not null;`,
    );
    this.addSql(
      `create index "webhook_endpoints_by_organization" on "webhook_endpoints" ("organization_id", "created_at", "id") where client_id is null;`,
    );
  }

  override down(): void | Promise<void> {
    for (const table of Object.keys(known)) this.addSql(`drop statistics ${table}_of_tenant;`);

    this.addSql(`drop index "api_keys_by_client";`);
    this.addSql(`drop index "api_keys_by_organization";`);
    this.addSql(`create index "api_keys_by_tenant" on "api_keys" ("organization_id", "client_id", "id");`);

    this.addSql(`drop index "clients_by_organization";`);
    this.addSql(`create index "clients_by_organization" on "clients" ("organization_id", "id");`);

    this.addSql(`drop index "depots_by_organization";`);
    this.addSql(`create index "depots_by_organization" on "depots" ("organization_id", "id");`);

    this.addSql(`drop index "drivers_by_organization";`);
    this.addSql(`create index "drivers_by_organization" on "drivers" ("organization_id", "id");`);

    this.addSql(`drop index "invitations_by_client";`);
    this.addSql(`drop index "invitations_by_organization";`);
    this.addSql(
      `create index "invitations_by_tenant" on "invitations" ("organization_id", "client_id", "id");`,
    );

    this.addSql(`drop index "jobs_failed_work";`);
    this.addSql(`create index "jobs_failed_work" on "jobs" ("organization_id", "id") where state = 'dead';`);

    this.addSql(`drop index "memberships_by_client";`);
    this.addSql(`drop index "memberships_by_organization";`);
    this.addSql(`create index "memberships_by_organization" on "memberships" ("organization_id", "id");`);

    this.addSql(`drop index "order_imports_by_client";`);
    this.addSql(`drop index "order_imports_by_organization";`);
    this.addSql(
      `create index "order_imports_by_tenant" on "order_imports" ("organization_id", "client_id", "id");`,
    );

    this.addSql(`drop index "routes_by_organization";`);
    this.addSql(`create index "routes_by_organization" on "routes" ("organization_id", "id");`);

    this.addSql(`drop index "sandbox_mails_by_organization";`);
    this.addSql(`drop index "sandbox_mails_by_age";`);
    this.addSql(`create index "sandbox_mails_by_organization" on "sandbox_mails" ("organization_id", "id");`);
    this.addSql(`create index "sandbox_mails_by_age" on "sandbox_mails" ("created_at");`);

    this.addSql(`drop index "sessions_by_user";`);
    this.addSql(`create index "sessions_user_id_index" on "sessions" ("user_id");`);

    this.addSql(`drop index "shopify_data_requests_by_client";`);
    this.addSql(
      `create index "shopify_data_requests_by_client" on "shopify_data_requests" ("client_id", "id");`,
    );

    this.addSql(`drop index "shopify_erasures_by_client";`);
    this.addSql(`create index "shopify_erasures_by_client" on "shopify_erasures" ("client_id", "id");`);

    this.addSql(`drop index "shopify_imports_by_client";`);
    this.addSql(`create index "shopify_imports_by_client" on "shopify_imports" ("client_id", "id");`);

    this.addSql(`drop index "shopify_order_fulfillments_by_client";`);
    this.addSql(
      `create index "shopify_order_fulfillments_by_client" on "shopify_order_fulfillments" ("client_id", "id");`,
    );

    this.addSql(`drop index "webhook_deliveries_by_endpoint";`);
    this.addSql(`drop index "webhook_deliveries_by_age";`);
    this.addSql(
      `create index "webhook_deliveries_by_endpoint" on "webhook_deliveries" ("endpoint_id", "id");`,
    );
    this.addSql(`create index "webhook_deliveries_by_age" on "webhook_deliveries" ("created_at");`);

    this.addSql(`drop index "webhook_endpoints_by_client";`);
    this.addSql(`drop index "webhook_endpoints_by_organization";`);
    this.addSql(
      `create index "webhook_endpoints_by_team" on "webhook_endpoints" ("organization_id", "client_id", "id");`,
    );
  }
}
