import { Migration } from '@mikro-orm/migrations';

/**
 * An event's client and organization stand in it, and each client is of one organization. Taken for independent, a
 * client seems to have so few events that all of them are read and sorted for a page of its feed.
 */
export class Migration20261130053800_events_of_teams extends Migration {
  override name = 'Migration20261130053800_events_of_teams';

  override up(): void {
    this.addSql(
      'create statistics events_of_tenant (dependencies) on client_id, organization_id from events',
    );
  }

  override down(): void {
    this.addSql('drop statistics events_of_tenant');
  }
}
