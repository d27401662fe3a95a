import type pg from 'pg';

/**
 * Functions by the names that Citus gives them, which place nothing but refuse what Citus 14 refuses, as far as the
 * catalogue shows it. Places are noted in `stand_in.placed`.
 */
export async function installCitusStandIn(owner: pg.ClientBase): Promise<void> {
  await owner.query(`
    create schema stand_in;
    create table stand_in.placed (name regclass primary key, spread_by text);

    create function citus_refuse(name regclass) returns void language plpgsql as $$
    declare
      spread text := (select spread_by from stand_in.placed p where p.name = $1);
      found record;
    begin
      for found in select polname from pg_policy
                    where polrelid = $1 and concat(polqual, polwithcheck) like '%{SUBLINK%' loop
        raise 'policy % on %: Subqueries are not supported in policies on distributed tables', found.polname, $1;
      end loop;
      if current_setting('citus.enable_unsafe_triggers', true) is distinct from 'on' then
        for found in select tgname from pg_trigger where tgrelid = $1 and not tgisinternal loop
          raise 'trigger % on %: triggers are not supported on distributed tables', found.tgname, $1;
        end loop;
      end if;
      for found in
        select f.conname, f.conrelid::regclass as child, f.confrelid::regclass as parent, f.confdeltype as action,
               c.name is not null as child_placed, c.spread_by as child_by,
               p.name is not null as parent_placed, p.spread_by as parent_by,
               (select n from unnest(f.conkey) with ordinality as k (number, n)
                  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number and a.attname = c.spread_by) as child_at,
               (select n from unnest(f.confkey) with ordinality as k (number, n)
                  join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number and a.attname = p.spread_by) as parent_at
          from pg_constraint f left join stand_in.placed c on c.name = f.conrelid left join stand_in.placed p on p.name = f.confrelid
         where f.contype = 'f' and $1 in (f.conrelid, f.confrelid)
      loop
        if found.parent_by is not null and found.child_by is null then
          raise 'foreign key %: from a table that is whole to a distributed one', found.conname;
        elsif found.child_placed and not found.parent_placed then
          raise 'foreign key %: % must be a distributed table or a reference table', found.conname, found.parent;
        elsif found.child_by is not null and found.parent_by is not null
              and found.child_at is distinct from coalesce(found.parent_at, -1) then
          raise 'foreign key %: the distribution column is not at the same place on both sides', found.conname;
        elsif found.child_at is not null and found.action in ('n', 'd') then
          raise 'foreign key %: SET NULL or SET DEFAULT is not supported in ON DELETE', found.conname;
        end if;
      end loop;
      if spread is null then return; end if;
      if not exists (select from pg_attribute where attrelid = $1 and attname = spread and attnotnull) then
        raise '%: no column % that is never null', $1, spread;
      end if;
      for found in select i.indexrelid::regclass as key from pg_index i
                    where i.indrelid = $1 and (i.indisunique or i.indisexclusion)
                      and not exists (select from pg_attribute a where a.attrelid = $1 and a.attname = spread
                                         and a.attnum = any(i.indkey::int2[])) loop
        raise '%: a unique key must hold the distribution column', found.key;
      end loop;
    end $$;

    create function create_reference_table(table_name regclass) returns void language plpgsql as $$ begin
      insert into stand_in.placed values (table_name, null);
      perform citus_refuse(table_name);
    end $$;

    create function create_distributed_table(table_name regclass, distribution_column text,
      distribution_type text default 'hash', colocate_with text default 'default', shard_count int default null) returns void language plpgsql as $$ begin
      if colocate_with <> 'default'
         and not exists (select from stand_in.placed where name = colocate_with::regclass and spread_by is not null) then
        raise 'there is nothing at % to be beside', colocate_with;
      end if;
      insert into stand_in.placed values (table_name, distribution_column);
      perform citus_refuse(table_name);
    end $$;`);
}

/** Looks once more at all that was placed, as Citus does with each later change. */
export async function assertPlaced(owner: pg.ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await owner.query<{ name: string; spread_by: string | null }>(
    'select name::text, spread_by, citus_refuse(name) from stand_in.placed order by 1',
  );
  return Object.fromEntries(rows.map(({ name, spread_by }) => [name, spread_by]));
}
