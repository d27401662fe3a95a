import { Migration } from '@mikro-orm/migrations';

/** Times that stay as they are when a sandbox's clock moves. The test of the clock says why. */
const unmoved = ['jobs.claimed_at', 'proofs.recorded_at'];

const sandbox = `nullif(current_setting('app.organization_id', true), '')::uuid`;
const justDue = (column: string) => `${column} <= now() and ${column} > now() - by_time`;

export class Migration20261128183000_sandbox_clock extends Migration {
  override name = 'Migration20261128183000_sandbox_clock';

  override up(): void {
    this.addSql(
      `create table "sandbox_drives" ("route_id" uuid not null, "organization_id" uuid not null, "outcomes" text[] not null, "speed" double precision null, "stops_driven" int not null default 0, "created_at" timestamptz(3) not null, primary key ("route_id"));`,
    );
    this.addSql(`alter table "sandbox_drives" enable row level security;`);
    this.addSql(`alter table "sandbox_drives" force row level security;`);
    this.addSql(
      `create policy "system" on "sandbox_drives" to "waybill_system" using (true) with check (true);`,
    );
    this.addSql(
      `create policy "organization" on "sandbox_drives" to "waybill_organization" using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid)) with check (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid));`,
    );
    this.addSql(`alter table sandbox_drives
      add constraint sandbox_drives_route_fk foreign key (route_id) references routes (id) on delete cascade`);
    this.addSql(
      'grant select, insert, update, delete on sandbox_drives to waybill_system, waybill_organization',
    );
    this.addClock();
  }

  /** Functions that run as the system's role have to be made by a role that may make them. */
  private addClock(): void {
    this.addSql('grant create on schema public to waybill_system');
    this.addSql('set local role waybill_system');
    this.addTimes();
    this.addAdvance();
    this.addSql('revoke execute on function sandbox_times, advance_sandbox_clock from public');
    this.addSql('grant execute on function advance_sandbox_clock to waybill_organization, waybill_system');
    this.addSql('reset role');
    this.addSql('revoke create on schema public from waybill_system');
  }

  /** Every moment and day of a table that tells its organization, so that none added later is forgotten. */
  private addTimes(): void {
    this.addSql(`create function sandbox_times() returns table (table_name text, moments text[], days text[])
      language sql stable set search_path = public, pg_temp as $$
        select c.relname::text,
               array_agg(a.attname::text) filter (where a.atttypid = 'timestamptz'::regtype),
               array_agg(a.attname::text) filter (where a.atttypid = 'date'::regtype)
          from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
           and a.atttypid in ('timestamptz'::regtype, 'date'::regtype)
           and c.relname || '.' || a.attname <> all ('{${unmoved.join(',')}}')
           and (c.relname = 'organizations' or exists (
             select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id'))
         group by c.relname
      $$`);
  }

  /** Days move when the moves together make whole ones. Routes come first, as everywhere. */
  private addAdvance(): void {
    this.addSql(`create function advance_sandbox_clock(seconds int) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        sandbox uuid := ${sandbox};
        by_time interval := make_interval(secs => seconds);
        total bigint;
        by_days int;
        moved record;
      begin
        if seconds <= 0 then raise exception 'A clock moves ahead only'; end if;
        update organizations set advanced_seconds = advanced_seconds + seconds
         where id = sandbox and test_mode returning advanced_seconds into total;
        if total is null then
          raise exception 'Only the clock of a sandbox moves' using errcode = 'insufficient_privilege';
        end if;
        by_days := total / 86400 - (total - seconds) / 86400;
        for moved in select * from sandbox_times() order by table_name <> 'routes', table_name <> 'orders', table_name loop
          execute format('update %I set %s where %s', moved.table_name,
              concat_ws(', ',
                (select string_agg(format('%1$I = %1$I - $2', name), ', ') from unnest(moved.moments) name),
                (select string_agg(format('%1$I = %1$I - $3', name), ', ') from unnest(moved.days) name)),
              case moved.table_name
                when 'organizations' then 'id = $1'
                when 'jobs' then 'organization_id = $1 or organization_id is null and tenant in (select id from clients where organization_id = $1)'
                else 'organization_id = $1' end)
            using sandbox, by_time, by_days;
        end loop;
        return jsonb_build_object('advancedSeconds', total, 'becameDue', jsonb_build_object(
          'invitations', (
            select count(*) from invitations where organization_id = sandbox
               and accepted_at is null and revoked_at is null and ${justDue('expires_at')}),
          'webhookAttempts', (
            select count(*) from webhook_deliveries where organization_id = sandbox
               and state = 'pending' and ${justDue('next_attempt_at')}),
          'etas', (
            select count(*) from orders where organization_id = sandbox
               and status = 'out_for_delivery' and ${justDue('eta_at')}),
          'jobs', (
            select count(*) from jobs where organization_id = sandbox
               and state = 'waiting' and queue <> 'webhooks' and ${justDue('run_at')})));
      end $$`);
  }

  override down(): void {
    this.addSql('drop function advance_sandbox_clock, sandbox_times');
    this.addSql(`drop table if exists "sandbox_drives" cascade;`);
  }
}
