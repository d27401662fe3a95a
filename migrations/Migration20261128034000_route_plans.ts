import { Migration } from '@mikro-orm/migrations';

/** How long the way of a route is, where its driver is, and which ETA of an order was told. */
export class Migration20261128034000_route_plans extends Migration {
  override name = 'Migration20261128034000_route_plans';

  override up(): void {
    this.addSql('alter table orders add column eta_told_at timestamptz(3) null');
    this.addSql(`alter table routes
      add column planned_distance_meters int null, add column planned_seconds int null,
      add column travel_times varchar(13) null, add column plan jsonb null,
      add column leaves_at timestamptz(3) null, add column leaves_stop_id uuid null,
      add column leaves_latitude double precision null, add column leaves_longitude double precision null`);
    this.addSql(`update routes set leaves_at = started_at where status = 'started'`);
    this.addSql(`create index routes_under_way on routes (leaves_at) where status = 'started'`);
  }

  override down(): void {
    this.addSql('drop index routes_under_way');
    this.addSql(`alter table routes drop column planned_distance_meters, drop column planned_seconds,
      drop column travel_times, drop column plan, drop column leaves_at, drop column leaves_stop_id,
      drop column leaves_latitude, drop column leaves_longitude`);
    this.addSql('alter table orders drop column eta_told_at');
  }
}
