import { Injectable, StreamableFile } from '@nestjs/common';
import { Downloads } from '../../../common/limits/downloads.js';
import { callerScope, tenantOf } from '../../../database/tenancy/caller-scope.js';
import { FileStore } from '../../../files/file-store.js';
import { OrderReadsService } from '../../orders/reads/order-reads.service.js';
import { StopReadsService } from '../../stops/stop-reads.service.js';
import { ProofReadsService } from '../proof-reads.service.js';
import { proofArchive, type OrderChain } from './proof-archive.js';
import type { OrderArchiveQuery, StopArchiveQuery } from './proof-archives.dto.js';

const paging = { limit: 200, consistency: 'strong' } as const;

interface Page {
  items: OrderChain['order'][];
  nextCursor: string | null;
}

/** Archives of the proof of many orders. */
@Injectable()
export class ProofArchivesService {
  private readonly downloads = new Downloads('archives');

  constructor(
    private readonly proofs: ProofReadsService,
    private readonly orders: OrderReadsService,
    private readonly stops: StopReadsService,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem `too_many_at_once` */
  archiveOrders(filters: OrderArchiveQuery, signal: AbortSignal): Promise<StreamableFile> {
    const list = { ...filters, sort: '-createdAt', ...paging } as const;
    return this.archive((cursor) => this.orders.listOrders({ ...list, cursor }), signal);
  }

  /** @throws Problem `too_many_at_once` */
  archiveStops(filters: StopArchiveQuery, signal: AbortSignal): Promise<StreamableFile> {
    return this.archive((cursor) => this.stops.listStops({ ...filters, ...paging, cursor }), signal);
  }

  private async archive(
    pageAfter: (cursor?: string) => Promise<Page>,
    signal: AbortSignal,
  ): Promise<StreamableFile> {
    const scope = callerScope();
    const stream = await this.downloads.open(tenantOf(scope), signal, async () =>
      proofArchive(this.chainsOf(await pageAfter(), pageAfter), this.files, signal),
    );
    const disposition = 'attachment; filename="proof-of-delivery.zip"';
    return new StreamableFile(stream, { type: 'application/zip', disposition });
  }

  private async *chainsOf(
    first: Page,
    pageAfter: (cursor?: string) => Promise<Page>,
  ): AsyncGenerator<OrderChain[]> {
    for (let page: Page | undefined = first; page;) {
      const rows = await this.proofs.chainsOf(page.items.map(({ id }) => id));
      const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
      yield page.items.map((order) => ({ order, rows: byOrder.get(order.id) ?? [] }));
      page = page.nextCursor === null ? undefined : await pageAfter(page.nextCursor);
    }
  }
}
