import { Migration } from '@mikro-orm/migrations';

/** Organizations read past the events of their clients' drafts, however many these are. */
export class Migration20261128033015_events_feed extends Migration {
  override name = 'Migration20261128033015_events_feed';

  override up(): void {
    this.addSql('drop index events_by_organization');
    this.addSql(
      `create index events_by_organization on events (organization_id, transaction_id, seq) where audience <> 'client'`,
    );
  }

  override down(): void {
    this.addSql('drop index events_by_organization');
    this.addSql('create index events_by_organization on events (organization_id, transaction_id, seq)');
  }
}
