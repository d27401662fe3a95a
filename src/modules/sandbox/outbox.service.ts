import { Injectable } from '@nestjs/common';
import { ListPages } from '../../common/cursor.js';
import { Database } from '../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { SandboxMail } from '../../mail/sandbox-mail.entity.js';
import { toSandboxMail } from './outbox.dto.js';
import { assertSandbox } from './sandbox-only.js';

const pages = new ListPages('sandbox-mails', byAge);

/** The mails of a sandbox. */
@Injectable()
export class OutboxService {
  constructor(private readonly db: Database) {}

  /** Newest first. @throws Problem `sandbox_only` */
  async listMails({ limit, cursor }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, {});
    const mails = await this.db.transaction(async (em) => {
      await assertSandbox(em);
      return em.find(SandboxMail, olderThan(after), { orderBy: newestFirst, limit: limit + 1 });
    });
    return pages.page(mails, limit, {}, ageOf, toSandboxMail);
  }
}
