import { Migration } from '@mikro-orm/migrations';

/** Where ids alone made a row unique. The organization comes last: what stands before it tells rows apart already. */
const constraints = [
  ['import_mappings', 'import_mappings_client', 'client_id'],
  ['shopify_data_requests', 'shopify_data_requests_once', 'webhook_event_id, client_id'],
  ['shopify_erasures', 'shopify_erasures_once', 'webhook_event_id, client_id'],
  ['shopify_fulfillments', 'shopify_fulfillments_one', 'order_id, fulfillment_order_id'],
  [
    'shopify_fulfillment_events',
    'shopify_fulfillment_events_one',
    'order_id, fulfillment_id, status, happened_at',
  ],
  ['shopify_orders', 'shopify_orders_once', 'client_id, shop, shopify_order_id'],
  ['shopify_orders', 'shopify_orders_order', 'order_id'],
  ['shopify_order_fulfillments', 'shopify_order_fulfillments_order', 'order_id'],
  ['webhook_attempts', 'webhook_attempts_of_delivery', 'delivery_id, number'],
  ['webhook_deliveries', 'webhook_deliveries_once', 'endpoint_id, event_id'],
];

const indexes = [
  ['orders', 'orders_external_id', 'client_id, external_id', 'external_id is not null'],
  ['proofs', 'proofs_of_client', 'order_id, client_id, sequence', 'client_id is not null'],
  ['proofs', 'proofs_of_nobody', 'order_id, sequence', 'client_id is null'],
];

/** What rows belong to that are of their own organization. */
const parents: Record<
  string,
  readonly (readonly [child: string, name: string, column: string, on: string])[]
> = {
  routes: [
    ['orders', 'orders_route_fk', 'route_id', ''],
    ['sandbox_drives', 'sandbox_drives_route_fk', 'route_id', 'on delete cascade'],
  ],
  order_imports: [['import_problems', 'import_problems_import_fk', 'import_id', 'on delete cascade']],
  shopify_imports: [
    ['shopify_import_results', 'shopify_import_results_import_fk', 'import_id', 'on delete cascade'],
  ],
};

/** A distributed database finds a row, and what it belongs to, by its organization. */
export class Migration20261129204500_keys_of_organizations extends Migration {
  override name = 'Migration20261129204500_keys_of_organizations';

  override up(): void {
    this.makeUnique(', organization_id');
    for (const [parent, children] of Object.entries(parents)) {
      this.addSql(
        `alter table ${parent} add constraint ${parent}_of_organization unique (organization_id, id)`,
      );
      for (const [child, name, column, on] of children)
        this.addSql(`alter table ${child} drop constraint ${name}, add constraint ${name}
          foreign key (organization_id, ${column}) references ${parent} (organization_id, id) ${on}`);
    }
  }

  override down(): void {
    for (const [parent, children] of Object.entries(parents)) {
      for (const [child, name, column, on] of children)
        this.addSql(`alter table ${child} drop constraint ${name}, add constraint ${name}
          foreign key (${column}) references ${parent} (id) ${on}`);
      this.addSql(`alter table ${parent} drop constraint ${parent}_of_organization`);
    }
    this.makeUnique('');
  }

  private makeUnique(more: string): void {
    for (const [table, name, columns] of constraints)
      this.addSql(
        `alter table ${table} drop constraint ${name}, add constraint ${name} unique (${columns}${more})`,
      );
    for (const [table, name, columns, where] of indexes) {
      this.addSql(`drop index ${name}`);
      this.addSql(`create unique index ${name} on ${table} (${columns}${more}) where ${where}`);
    }
  }
}
