import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { FileStore, type StoredFile } from '../../files/file-store.js';
import { Jobs } from '../../jobs/jobs.js';
import { enqueueNext } from '../../jobs/repeating-job.js';
import type { Picture } from './pictures.js';

/** How long a row may take to follow its files. */
const claimMinutes = 60;
const sweepSeconds = 3_600;

/** Where the picture of a proof is stored. */
export const pictureKey = (proofId: string) => `proofs/${proofId}.jpg`;
export const thumbnailKey = (proofId: string) => `proofs/${proofId}-small.jpg`;

/** Keeps the files of proofs, and none of which no proof is left, or one that was erased. */
@Injectable()
export class PictureFiles implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.handle('proofs.clear-files', ({ proofId }) => this.clear(proofId));
    this.jobs.handle('proofs.sweep', () => this.sweep());
    await enqueueNext(this.sql, 'proofs.sweep', sweepSeconds);
  }

  /** Stores both files before their row is written. If the row never comes, not even an error, they are deleted later. */
  async keep(proofId: string, { content, thumbnail }: Picture): Promise<StoredFile> {
    const runAt = new Date(Date.now() + claimMinutes * 60_000);
    await this.db.asSystem('the request has no transaction yet, and this must outlive it', (em) =>
      this.jobs.enqueue(em, 'proofs.clear-files', { proofId }, { runAt }),
    );
    const stored = await this.put(pictureKey(proofId), content);
    await this.put(thumbnailKey(proofId), thumbnail);
    return stored;
  }

  async delete(proofId: string): Promise<void> {
    await this.files.delete(pictureKey(proofId));
    await this.files.delete(thumbnailKey(proofId));
  }

  private async clear(proofId: string): Promise<void> {
    const sql = 'select 1 from proofs where id = $1 and erased_at is null';
    const rows = await this.sql.query('proof_of_files', sql, [proofId]);
    if (rows.length === 0) await this.delete(proofId);
  }

  /** Deletes the proof of orders that were deleted, files first. */
  private async sweep(): Promise<void> {
    await enqueueNext(this.sql, 'proofs.sweep', sweepSeconds);
    for (let ids = ['']; ids.length > 0;) {
      const rows = await this.sql.query<{ id: string }>(
        'proofs_of_deleted_orders',
        `select p.id from proofs p where not exists (select 1 from orders o where o.id = p.order_id) limit 200`,
      );
      ids = rows.map(({ id }) => id);
      for (const id of ids) await this.delete(id);
      await this.sql.query('delete_proofs', 'delete from proofs where id = any($1::uuid[])', [ids]);
    }
  }

  private put(key: string, content: Buffer): Promise<StoredFile> {
    return this.files.put(key, Readable.from([content]), { maxBytes: content.length });
  }
}
