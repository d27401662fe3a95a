import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../../../../database/database.js';
import { FileStore } from '../../../../../files/file-store.js';
import { Jobs } from '../../../../../jobs/jobs.js';
import { CustomerFiles } from './customer-file.js';
import { dataFileKey, ShopifyDataRequest } from './shopify-data-request.entity.js';

/** Then a file is deleted: the owner has had it for thrice the time that the law gives. */
const keptDays = 90;
const dayMilliseconds = 86_400_000;

const reason = 'the request says whose it is';

/** Makes the files that customers ask for, and deletes them. */
@Injectable()
export class CustomerExports implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly customers: CustomerFiles,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.export', ({ dataRequestId }) => this.make(dataRequestId));
    this.jobs.handle('shopify.clear-export', ({ dataRequestId }) => this.clear(dataRequestId));
  }

  /** The file first: a run that ends in between writes the same file again. */
  private async make(id: string): Promise<void> {
    const request = await this.db.asSystem(reason, (em) =>
      em.findOne(ShopifyDataRequest, { id, state: 'waiting' }),
    );
    if (!request) return;
    const file = await this.customers.gather(request);
    const content = Buffer.from(JSON.stringify(file, null, 2));
    await this.files.put(dataFileKey(id), Readable.from([content]), { maxBytes: content.length });
    const isWanted = await this.db.asSystem(reason, async (em) => {
      const ready = { state: 'ready' as const, readyAt: new Date() };
      const sizes = { orderCount: file.orders.length, fileSize: content.length };
      const kept = await em.nativeUpdate(
        ShopifyDataRequest,
        { id, state: 'waiting' },
        { ...ready, ...sizes },
      );
      if (kept === 0) return false;
      await this.jobs.enqueue(em, 'shopify-data-requests.mail', { dataRequestId: id });
      const runAt = new Date(Date.now() + keptDays * dayMilliseconds);
      await this.jobs.enqueue(em, 'shopify.clear-export', { dataRequestId: id }, { runAt });
      return true;
    });
    // Erased while it was made; another run of this may have made it ready, though.
    if (!isWanted) await this.deleteUnwanted(id);
  }

  /** The row first: nobody is told of a file that is gone. */
  private async clear(id: string): Promise<void> {
    await this.db.asSystem(reason, async (em) => {
      const nobody = { customerNumber: null, orderNumbers: [] };
      const cleared = { state: 'cleared' as const, clearedAt: new Date() };
      await em.nativeUpdate(ShopifyDataRequest, { id, state: { $ne: 'cleared' } }, { ...nobody, ...cleared });
    });
    await this.files.delete(dataFileKey(id));
  }

  private async deleteUnwanted(id: string): Promise<void> {
    const ready = await this.db.asSystem(reason, (em) =>
      em.count(ShopifyDataRequest, { id, state: 'ready' }),
    );
    if (ready === 0) await this.files.delete(dataFileKey(id));
  }
}
