import { Migration } from '@mikro-orm/migrations';

export class Migration20261128213947_jobs_of_team extends Migration {
  override name = 'Migration20261128213947_jobs_of_team';

  override up(): void {
    this.addSql('alter table "jobs" add "team" uuid null');
    this.addSql(
      `create index "jobs_of_team_under_way" on "jobs" ("queue", "team") where state in ('handed', 'running') and team is not null`,
    );
  }

  override down(): void {
    this.addSql('drop index "jobs_of_team_under_way"');
    this.addSql('alter table "jobs" drop column "team"');
  }
}
