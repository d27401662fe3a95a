import { Migration } from '@mikro-orm/migrations';

const parents = [
  { table: 'clients', owner: 'client', constraint: 'orders_client_fk' },
  { table: 'depots', owner: 'depot', constraint: 'orders_depot_fk' },
] as const;

/**
 * PostgreSQL checks a foreign key row by row, which took a quarter of an import's time, although all rows of a chunk
 * are of few clients and depots. These triggers hold the same, with the same locks and errors, but ask once per
 * statement for each owner that its rows name.
 */
export class Migration20261129202000_owners_of_orders extends Migration {
  override name = 'Migration20261129202000_owners_of_orders';

  override up(): void {
    // Before the keys go, so that no order is written unchecked in between.
    this.addSql('lock table orders, clients, depots in share row exclusive mode');
    for (const { constraint } of parents) this.addSql(`alter table orders drop constraint ${constraint}`);

    // Functions that run as the system's role have to be made by a role that may make them.
    this.addSql('grant create on schema public to waybill_system');
    this.addSql('set local role waybill_system');
    this.addFunctions();
    this.addSql('reset role');
    this.addSql('revoke create on schema public from waybill_system');

    this.addSql(`create trigger owners_of_new after insert on orders referencing new table as added
      for each statement execute function check_owners_of_new()`);
    this
      .addSql(`create trigger owner_of_changed after update of organization_id, client_id, depot_id on orders
      for each row when ((new.organization_id, new.client_id, new.depot_id)
        is distinct from (old.organization_id, old.client_id, old.depot_id)) execute function check_owner_of_changed()`);
    // "from" notes in the catalogue that orders refer to the table, as a foreign key does.
    for (const { table, owner, constraint } of parents)
      this
        .addSql(`create constraint trigger ${constraint} after delete or update of organization_id, id on ${table}
        from orders for each row execute function keep_owner_of_orders('${owner}')`);
  }

  private addFunctions(): void {
    const definer = 'language plpgsql security definer set search_path = public, pg_temp';
    const asked = parents.map(
      ({ table, owner, constraint }) => `
        if ${owner} is not null then
          perform from ${table} p where p.organization_id = organization and p.id = ${owner} for key share;
          if not found then
            raise foreign_key_violation using table = 'orders', constraint = '${constraint}',
              message = 'insert or update on table "orders" violates foreign key constraint "${constraint}"';
          end if;
        end if;`,
    );
    this.addSql(`create function check_owner_of_order(organization uuid, client uuid, depot uuid)
      returns void language plpgsql as $$ begin ${asked.join('')} end $$`);
    this.addSql('revoke execute on function check_owner_of_order from public');
    this.addSql(`create function check_owners_of_new() returns trigger ${definer} as $$
      declare owner record;
      begin
        for owner in select distinct organization_id, client_id, depot_id from added loop
          perform check_owner_of_order(owner.organization_id, owner.client_id, owner.depot_id);
        end loop;
        return null;
      end $$`);
    this.addSql(`create function check_owner_of_changed() returns trigger ${definer} as $$ begin
        perform check_owner_of_order(new.organization_id, new.client_id, new.depot_id);
        return null;
      end $$`);
    // A statement for each, as each goes by another index.
    this.addSql(`create function keep_owner_of_orders() returns trigger ${definer} as $$
      declare is_kept boolean;
      begin
        if tg_op = 'UPDATE' and (new.organization_id, new.id) = (old.organization_id, old.id) then return null; end if;
        if current_setting('transaction_isolation') <> 'read committed' then
          raise feature_not_supported using message =
            format('rows of "%s" can only be deleted at the isolation level "read committed", which sees the orders of others', tg_table_name);
        end if;
        if tg_argv[0] = 'client' then
          is_kept := exists (select from orders o where o.client_id = old.id);
        else
          is_kept := exists (
              select from orders o
               where o.organization_id = old.organization_id and o.depot_id = old.id and o.status <> 'draft')
            or exists (
              select from clients c join orders o on o.client_id = c.id
               where c.organization_id = old.organization_id and o.depot_id = old.id and o.status = 'draft');
        end if;
        if is_kept then
          raise foreign_key_violation using table = tg_table_name, constraint = tg_name,
            message = format('update or delete on table "%s" violates foreign key constraint "%s" on table "orders"', tg_table_name, tg_name);
        end if;
        return null;
      end $$`);
  }

  override down(): void {
    for (const { table, constraint } of parents) this.addSql(`drop trigger ${constraint} on ${table}`);
    this.addSql('drop trigger owner_of_changed on orders');
    this.addSql('drop trigger owners_of_new on orders');
    this.addSql(
      'drop function keep_owner_of_orders, check_owner_of_changed, check_owners_of_new, check_owner_of_order',
    );
    for (const { table, owner, constraint } of parents)
      this.addSql(
        `alter table orders add constraint ${constraint} foreign key (organization_id, ${owner}_id) references ${table} (organization_id, id)`,
      );
  }
}
