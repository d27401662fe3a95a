import { Migration } from '@mikro-orm/migrations';

const tables = ['order_texts', 'stale_order_texts'];

const searched = [
  'external_id',
  'recipient_name',
  'recipient_email',
  'recipient_phone',
  'address_name',
  'address_line_one',
  'address_line_two',
  'city',
  'state',
  'zip',
];
const list = (of: (column: string) => string) => searched.map(of).join(', ');
const tenantOf = (row: string) => `${row}.organization_id, ${row}.client_id`;
const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')::uuid`;

/**
 * The text of orders that search looks through, in a table of its own that is filled behind the writers: an
 * index over it that writers had to keep would cost imports several times their own work.
 */
export class Migration20261128040500_order_search extends Migration {
  override name = 'Migration20261128040500_order_search';

  override up(): void {
    this.addSql(
      `create table "order_texts" ("order_id" uuid not null, "organization_id" uuid not null, "client_id" uuid null, "text" text not null, primary key ("order_id"));`,
    );
    this.addSql(
      `create table "stale_order_texts" ("id" uuid not null default gen_random_uuid(), "organization_id" uuid not null, "client_id" uuid null, "order_id" uuid null, "import_id" uuid null, "after_row" int null, "last_row" int null, primary key ("id"));`,
    );
    this.addSql(
      `create index "stale_order_texts_by_tenant" on "stale_order_texts" ("organization_id", "client_id");`,
    );
    for (const table of tables) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`alter table "${table}" force row level security;`);
      this.addSql(`create policy "system" on "${table}" to "waybill_system" using (true) with check (true);`);
      this.addSql(`grant select, insert, update, delete on ${table} to waybill_system`);
    }

    // Phone numbers are there as stored, and without what people put between digits.
    this.addSql(`create function order_text(${list((column) => `${column} text`)}) returns text
      language sql stable parallel safe
      return ' ' || lower(concat_ws(' ', ${list((column) => column)}, translate(recipient_phone, ' ()-./+', '')))`);

    // What is indexed: that, and what is looked for by its beginning.
    this.addSql(`create function indexed_order_text(o orders) returns text language sql stable parallel safe
      return order_text(${list((column) => `o.${column}`)}) || ' ' || lower(o.tracking_code)`);

    // Functions that run as the system's role have to be made by a role that may make them.
    this.addSql('grant create on schema public to waybill_system');
    this.addSql('set local role waybill_system');
    this.addTriggers();
    this.addCandidates();
    this.addSql('reset role');
    this.addSql('revoke create on schema public from waybill_system');

    const changes = searched.map((column) => `new.${column} is distinct from old.${column}`).join(' or ');
    // The rows of an import are told together, by the import's progress: a trigger per row would slow it.
    this.addSql(`create trigger order_text_of_new after insert on orders for each row
      when (new.import_id is null) execute function note_order_text()`);
    this
      .addSql(`create trigger order_text_of_changed after update of client_id, ${list((column) => column)} on orders
      for each row when (new.client_id is distinct from old.client_id or ${changes}) execute function note_order_text()`);
    this.addSql(`create trigger order_text_of_deleted after delete on orders referencing old table as gone
      for each statement execute function note_deleted_order_texts()`);
    this
      .addSql(`create trigger order_text_of_imported after update of rows_imported on order_imports for each row
      when (new.rows_imported > old.rows_imported) execute function note_imported_order_texts()`);

    this.addSql('set local role waybill_system');
    this.addSql(
      `insert into stale_order_texts (organization_id, client_id, order_id) select ${tenantOf('o')}, o.id from orders o`,
    );
    this.addSql('reset role');
  }

  private addTriggers(): void {
    const note = (name: string, values: string) =>
      this.addSql(`create function ${name}() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$ begin ${values}; return null; end $$`);
    note(
      'note_order_text',
      `insert into stale_order_texts (organization_id, client_id, order_id) values (${tenantOf('new')}, new.id)`,
    );
    note(
      'note_deleted_order_texts',
      `insert into stale_order_texts (organization_id, client_id, order_id) select ${tenantOf('gone')}, gone.id from gone`,
    );
    note(
      'note_imported_order_texts',
      `insert into stale_order_texts (organization_id, client_id, import_id, after_row, last_row)
       values (${tenantOf('new')}, new.id, old.checkpoint_row, new.checkpoint_row)`,
    );
  }

  /**
   * The ids of the caller's orders whose text may match, and those whose text is not in the table yet and does: at
   * most \`most\` of each, else null, for then another way is faster. The index serves neither tenant's role itself,
   * since what it compares by may not see rows before their policy.
   */
  private addCandidates(): void {
    const matches = 'indexed_order_text(o) like all (words) or indexed_order_text(o) like any (others)';
    this
      .addSql(`create function order_candidates(words text[], others text[], indexed text[], first_id uuid, last_id uuid, most int)
      returns setof uuid language plpgsql stable security definer
      set search_path = public, pg_temp set enable_seqscan = off as $$
      declare
        organization uuid := ${setting('organization_id')};
        client uuid := ${setting('client_id')};
        tenant text := case when client is null then 'organization_id = $1' else 'client_id = $2' end;
        matching text;
        found bigint;
      begin
        if organization is null then return; end if;
        if to_regclass('order_texts_by_text') is null then return next null; return; end if;
        select concat_ws(' or ',
            (select string_agg(format('text like $3[%s]', n), ' and ') from generate_subscripts(indexed, 1) n),
            (select string_agg(format('text like $4[%s]', n), ' or ') from generate_subscripts(others, 1) n))
          into matching;
        return query execute format('select order_id from order_texts where %s and (%s) limit $5', tenant, matching)
          using organization, client, indexed, others, most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; return; end if;
        return query
          select o.id from orders o where o.id between first_id and last_id
             and o.organization_id = organization and (client is null or o.client_id = client) limit most;
        return query
          select o.id from stale_order_texts s join orders o on o.id = s.order_id
           where s.organization_id = organization and (client is null or s.client_id = client) and (${matches}) limit most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; return; end if;
        return query
          select o.id from stale_order_texts s
            join orders o on o.import_id = s.import_id and o.import_row > s.after_row and o.import_row <= s.last_row
           where s.organization_id = organization and (client is null or s.client_id = client) and (${matches}) limit most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; end if;
      end $$`);
    this.addSql('revoke execute on function order_candidates from public');
    this.addSql(
      'grant execute on function order_candidates to waybill_organization, waybill_client, waybill_system',
    );
  }

  override down(): void {
    this.addSql('drop trigger order_text_of_imported on order_imports');
    for (const event of ['deleted', 'changed', 'new']) {
      this.addSql(`drop trigger order_text_of_${event} on orders`);
    }
    this.addSql(
      'drop function order_candidates, note_imported_order_texts, note_deleted_order_texts, note_order_text, indexed_order_text, order_text',
    );
    for (const table of tables) this.addSql(`drop table ${table}`);
  }
}
