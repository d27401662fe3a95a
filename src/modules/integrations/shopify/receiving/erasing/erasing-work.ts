import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { Database, rowsOf } from '../../../../../database/database.js';
import type { JobRun } from '../../../../../jobs/job-handling.js';
import { Jobs } from '../../../../../jobs/jobs.js';
import { EventLog } from '../../../../events/event-log.js';
import { isDraft } from '../../../../orders/order-status-sql.js';
import { eraseOrders, lockErasable, picturesOf, type ErasedCounts } from './erase-orders.queries.js';
import { ShopifyErasure } from './shopify-erasure.entity.js';
import { removeStore } from './remove-store.queries.js';

const atOnce = 100;
/** How long it waits for orders that are on their way. */
const lookAgainMilliseconds = 3_600_000;

/** Erases what receipts say, order by order, as soon as nobody needs the address to deliver. */
@Injectable()
export class ErasingWork implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.erase', ({ erasureId }, run) => this.erase(erasureId, run));
  }

  private async erase(id: string, run: JobRun): Promise<void> {
    for (let after = ''; ;) {
      const last = await this.db.asSystem('the receipt says whose orders they are', (em) =>
        this.step(em, id, after),
      );
      if (last === null) return;
      run.signal.throwIfAborted();
      await run.progressed();
      after = last;
    }
  }

  /** One piece in one transaction; answers the last order that it looked at, null after the last piece. */
  private async step(em: EntityManager, id: string, after: string): Promise<string | null> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const erasure = await em.findOne(ShopifyErasure, { id, state: 'waiting' }, { lockMode });
    if (!erasure) return null;
    const piece = erasure.orderIds.filter((orderId) => orderId > after).slice(0, atOnce);
    if (piece.length > 0) {
      await this.eraseSome(em, erasure, piece);
      return piece.at(-1)!;
    }
    await this.end(em, erasure);
    return null;
  }

  private async eraseSome(em: EntityManager, erasure: ShopifyErasure, piece: string[]): Promise<void> {
    const isDue = erasure.dueAt.getTime() <= Date.now();
    const erasable = await lockErasable(em, piece, isDue);
    const pictures = await picturesOf(em, erasable);
    const counts = await eraseOrders(em, erasable);
    await this.jobs.enqueueMany(
      em,
      'proofs.clear-files',
      pictures.map((proofId) => ({ payload: { proofId } })),
    );
    await this.tell(em, erasure, erasable);
    const there = await rowsOf<{ id: string }>(em, 'select id from orders where id = any($1::uuid[])', [
      piece,
    ]);
    const waiting = new Set(there.map((order) => order.id).filter((orderId) => !erasable.includes(orderId)));
    const orderIds = erasure.orderIds.filter((orderId) => !piece.includes(orderId) || waiting.has(orderId));
    em.assign(erasure, { orderIds, counts: sumOf(erasure.counts, counts, pictures.length) });
    await em.flush();
  }

  /** Drafts are their client's alone. */
  private async tell(em: EntityManager, erasure: ShopifyErasure, orderIds: string[]): Promise<void> {
    const { organizationId, clientId, shop, kind } = erasure;
    const reason = kind === 'customer' ? 'The customer asked for it.' : 'The store has removed the app.';
    const data = { provider: 'shopify', shop, reason };
    const sql = `select o.id, ${isDraft} as "isDraft" from orders o where o.id = any($1::uuid[]) order by o.id`;
    const orders = await rowsOf<{ id: string; isDraft: boolean }>(em, sql, [orderIds]);
    for (const audience of ['client', 'both'] as const) {
      const those = orders.filter(({ isDraft }) => isDraft === (audience === 'client'));
      await this.events.appendForOrders(
        em,
        { type: 'order.erased', organizationId, clientId, audience, data },
        those.map((order) => order.id),
      );
    }
  }

  private async end(em: EntityManager, erasure: ShopifyErasure): Promise<void> {
    const { id, clientId, shop, kind, orderIds, dueAt } = erasure;
    if (orderIds.length > 0) {
      const runAt = new Date(
        Math.min(Date.now() + lookAgainMilliseconds, Math.max(dueAt.getTime(), Date.now())),
      );
      await this.jobs.enqueue(em, 'shopify.erase', { erasureId: id }, { tenant: clientId, runAt });
      return;
    }
    if (kind === 'shop') await removeStore(em, clientId, shop);
    em.assign(erasure, { state: 'done', finishedAt: new Date() });
    await em.flush();
  }
}

function sumOf(one: ErasedCounts, other: ErasedCounts, pictures: number): ErasedCounts {
  const names = Object.keys(one) as (keyof ErasedCounts)[];
  const sum = Object.fromEntries(
    names.map((name) => [name, one[name] + other[name]]),
  ) as unknown as ErasedCounts;
  return { ...sum, pictures: sum.pictures + pictures };
}
