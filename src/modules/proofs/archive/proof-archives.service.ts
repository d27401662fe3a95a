import { Injectable, StreamableFile } from '@nestjs/common';
import { Gate } from '../../../common/limits/gate.js';
import { callerScope, clientIdOf } from '../../../database/tenancy/caller-scope.js';
import { FileStore } from '../../../files/file-store.js';
import { OrderReadsService } from '../../orders/reads/order-reads.service.js';
import { StopReadsService } from '../../stops/stop-reads.service.js';
import { ProofReadsService } from '../proof-reads.service.js';
import { proofArchive, type OrderChain } from './proof-archive.js';
import type { OrderArchiveQuery, StopArchiveQuery } from './proof-archives.dto.js';

const pageSize = 200;

interface Page {
  items: OrderChain['order'][];
  nextCursor: string | null;
}

/** Archives of the proof of many orders. */
@Injectable()
export class ProofArchivesService {
  /** An archive lasts as long as its caller reads, so a team's second one is refused rather than queued. */
  private readonly gate = new Gate('archives', { atOnce: 4, waiting: 20, perTenant: 1 });

  constructor(
    private readonly proofs: ProofReadsService,
    private readonly orders: OrderReadsService,
    private readonly stops: StopReadsService,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem `too_many_at_once` */
  archiveOrders(filters: OrderArchiveQuery, signal: AbortSignal): Promise<StreamableFile> {
    const list = { ...filters, sort: '-createdAt', limit: pageSize } as const;
    return this.archive((cursor) => this.orders.listOrders({ ...list, cursor }), signal);
  }

  /** @throws Problem `too_many_at_once` */
  archiveStops(filters: StopArchiveQuery, signal: AbortSignal): Promise<StreamableFile> {
    return this.archive((cursor) => this.stops.listStops({ ...filters, limit: pageSize, cursor }), signal);
  }

  private async archive(
    pageAfter: (cursor?: string) => Promise<Page>,
    signal: AbortSignal,
  ): Promise<StreamableFile> {
    const scope = callerScope();
    const pass = this.gate.enter(clientIdOf(scope) ?? scope.organizationId);
    try {
      await pass.turn(signal);
      // What is wrong with the first page can still be answered.
      const first = await pageAfter();
      const stream = proofArchive(this.chainsOf(first, pageAfter), this.files, signal);
      stream.once('close', () => pass.leave());
      const disposition = 'attachment; filename="proof-of-delivery.zip"';
      return new StreamableFile(stream, { type: 'application/zip', disposition });
    } catch (error) {
      pass.leave();
      throw error;
    }
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
