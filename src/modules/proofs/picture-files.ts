import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../database/database.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { FileStore, type StoredFile } from '../../files/file-store.js';
import { Jobs } from '../../jobs/jobs.js';
import type { Picture } from './pictures.js';

/** How long a row may take to follow its files. */
const claimMinutes = 60;

/** Where the picture of a proof is stored. */
export const pictureKey = (proofId: string) => `proofs/${proofId}.jpg`;
export const thumbnailKey = (proofId: string) => `proofs/${proofId}-small.jpg`;

/** Keeps the files of proofs, and none that no proof is left of. */
@Injectable()
export class PictureFiles implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('proofs.clear-files', ({ proofId }) => this.clear(proofId));
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
    const rows = await this.sql.query('proof_of_files', 'select 1 from proofs where id = $1', [proofId]);
    if (rows.length === 0) await this.delete(proofId);
  }

  private put(key: string, content: Buffer): Promise<StoredFile> {
    return this.files.put(key, Readable.from([content]), { maxBytes: content.length });
  }
}
