import { Migration } from '@mikro-orm/migrations';

export class Migration20261124234418_claim_hint extends Migration {
  override name = 'Migration20261124234418_claim_hint';

  override up(): void | Promise<void> {
    this.addSql(`alter table "users" add "claim_hint" bytea null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "users" drop column "claim_hint";`);
  }
}
