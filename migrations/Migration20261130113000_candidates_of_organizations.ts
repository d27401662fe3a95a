import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')::uuid`;

/** How the function finds the caller's own: its index, what makes the statement over texts, and what holds an order of a join. */
interface Own {
  index: string;
  texts: string;
  order: string;
}

/** Which index has the organization's texts. There is one form for both audiences, since the index has both in one list. */
const part = 'uuid_hash(organization) & 15';
const byOrganization: Own = {
  index: `format('order_texts_by_text_%s', ${part})`,
  texts: `'select order_id from order_texts
            where organization_id = $1 and nullif(uuid_hash(organization_id) & 15 = %s, false) is not null
              and array[organization_id, client_id] @> array[coalesce($2, $1)] and (%s) limit $5', ${part}, matching`,
  order: 'o.organization_id = organization and ',
};
const byClient: Own = {
  index: `'order_texts_by_text'`,
  texts: `'select order_id from order_texts where %s and (%s) limit $5',
            case when client is null then 'organization_id = $1' else 'client_id = $2' end, matching`,
  order: '',
};

/**
 * Each statement of a search names the organization, as a database that is distributed by it needs. The indexes are made
 * after the migrations, since their extension may be refused; until then a search reads every order.
 */
export class Migration20261130113000_candidates_of_organizations extends Migration {
  override name = 'Migration20261130113000_candidates_of_organizations';

  override up(): void {
    this.replace(byOrganization);
    this.addSql('drop index if exists order_texts_by_text');
  }

  override down(): void {
    this.replace(byClient);
    for (let n = 0; n < 16; n += 1) this.addSql(`drop index if exists order_texts_by_text_${n}`);
  }

  private replace(own: Own): void {
    // A function that runs as the system's role has to be made by a role that may make it.
    this.addSql('grant create on schema public to waybill_system');
    this.addSql('set local role waybill_system');
    this.addCandidates(own);
    this.addSql('reset role');
    this.addSql('revoke create on schema public from waybill_system');
  }

  private addCandidates(own: Own): void {
    const matches = 'indexed_order_text(o) like all (words) or indexed_order_text(o) like any (others)';
    this
      .addSql(`create or replace function order_candidates(words text[], others text[], indexed text[], first_id uuid, last_id uuid, most int)
      returns setof uuid language plpgsql stable security definer
      set search_path = public, pg_temp set enable_seqscan = off as $$
      declare
        organization uuid := ${setting('organization_id')};
        client uuid := ${setting('client_id')};
        matching text;
        found bigint;
      begin
        if organization is null then return; end if;
        if to_regclass(${own.index}) is null then return next null; return; end if;
        select concat_ws(' or ',
            (select string_agg(format('text like $3[%s]', n), ' and ') from generate_subscripts(indexed, 1) n),
            (select string_agg(format('text like $4[%s]', n), ' or ') from generate_subscripts(others, 1) n))
          into matching;
        return query execute format(${own.texts})
          using organization, client, indexed, others, most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; return; end if;
        return query
          select o.id from orders o where o.id between first_id and last_id
             and o.organization_id = organization and (client is null or o.client_id = client) limit most;
        return query
          select o.id from stale_order_texts s join orders o on ${own.order}o.id = s.order_id
           where s.organization_id = organization and (client is null or s.client_id = client) and (${matches}) limit most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; return; end if;
        return query
          select o.id from stale_order_texts s
            join orders o on ${own.order}o.import_id = s.import_id and o.import_row > s.after_row and o.import_row <= s.last_row
           where s.organization_id = organization and (client is null or s.client_id = client) and (${matches}) limit most + 1;
        get diagnostics found = row_count;
        if found > most then return next null; end if;
      end $$`);
  }
}
