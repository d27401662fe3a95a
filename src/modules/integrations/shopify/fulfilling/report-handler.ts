import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobPayload } from '../../../../jobs/job-map.js';
import { Jobs, type JobRun } from '../../../../jobs/jobs.js';
import { ShopifyUnavailable } from '../api/shopify-errors.js';
import { Deliveries, type Delivery } from './delivery.js';
import { EventLedger } from './event-ledger.js';
import { EventTeller, type News } from './event-teller.js';
import { FulfillmentLedger } from './fulfillment-ledger.js';
import { OrderFulfiller } from './order-fulfiller.js';

type Report = JobPayload<'shopify.report'>;

const corrected =
  'The delivery was corrected and did not take place, but the store has the order marked as fulfilled. Cancel the fulfilment in Shopify if the goods come back.';
const waiting = 'The store does not answer at present; it is asked again.';
const unanswered =
  'The store did not answer, however often it was tried. Look whether it is marked there, and ask for it once more.';

/** Carries out reports: what a store is to hear of an order, by what the order is like by then. */
@Injectable()
export class ReportHandler implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: Deliveries,
    private readonly fulfiller: OrderFulfiller,
    private readonly ledger: FulfillmentLedger,
    private readonly events: EventLedger,
    private readonly teller: EventTeller,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.report', (report, run) => this.report(report, run), {
      abandoned: (report) => this.abandon(report),
    });
  }

  private async report({ orderId, what, attemptId }: Report, run: JobRun): Promise<void> {
    const delivery = await this.deliveries.read(orderId, attemptId);
    if (!delivery) return;
    if (what === 'attempted') await this.correct(delivery);
    if (what === 'fulfil' || what === 'attempted') return this.attempted(delivery, what === 'fulfil', run);
    if (!delivery.isWanted) return;
    const news = what === 'started' ? started(delivery) : await this.expected(delivery, run);
    if (news) await this.teller.tell(delivery, news, run.signal);
  }

  private async attempted(delivery: Delivery, isAsked: boolean, run: JobRun): Promise<void> {
    if (delivery.status === 'delivered' && delivery.attemptedAt) {
      if (!(await this.delivered(delivery, isAsked, run))) return;
      const news = {
        status: 'DELIVERED',
        happenedAt: delivery.attemptedAt,
        estimatedDeliveryAt: null,
      } as const;
      return this.teller.tell(delivery, news, run.signal);
    }
    const { attempt, isWanted } = delivery;
    if (!isWanted || !attempt?.state.startsWith('failed_')) return;
    const news = { status: 'ATTEMPTED_DELIVERY', happenedAt: attempt.at, estimatedDeliveryAt: null } as const;
    await this.teller.tell(delivery, news, run.signal);
  }

  /** @returns whether there is a fulfilment that it can be told of */
  private async delivered(delivery: Delivery, isAsked: boolean, run: JobRun): Promise<boolean> {
    const standing = (await this.ledger.standing(delivery))?.state;
    // What is under way is brought to its end, even if it was switched off or the store removed meanwhile.
    if (!isAsked && !delivery.isWanted && standing !== 'pending') return false;
    // A correction between two ways of being delivered, or the rest of a run that died.
    if (!isAsked && (standing === 'fulfilled' || standing === 'already_fulfilled')) return true;
    const { state, failure } = await this.fulfiller
      .fulfil(delivery, run.signal)
      .catch((error: unknown) => this.unanswered(delivery, error));
    await this.ledger.settle(delivery);
    if (failure) run.giveUp(failure);
    return state !== 'failed';
  }

  private async unanswered(delivery: Delivery, error: unknown): Promise<never> {
    if (error instanceof ShopifyUnavailable) await this.ledger.waits(delivery, waiting);
    throw error;
  }

  /** What was marked as fulfilled and turns out not to be delivered is told, and not undone behind anybody's back. */
  private async correct(delivery: Delivery): Promise<void> {
    if (!delivery.attempt || delivery.attempt.state.startsWith('delivered_')) return;
    if (delivery.status === 'delivered') return;
    const state = (await this.ledger.standing(delivery))?.state;
    if (state === 'fulfilled' || state === 'partly_fulfilled')
      await this.ledger.finish(delivery, {
        state: 'failed',
        failure: 'delivery_corrected',
        reason: corrected,
      });
  }

  /** A new ETA, where the store was told one before. */
  private async expected(delivery: Delivery, { jobId }: JobRun): Promise<News | null> {
    const { status, etaAt, outForDeliveryAt } = delivery;
    if (status !== 'out_for_delivery' || !etaAt || !outForDeliveryAt) return null;
    const known = await this.events.known(delivery);
    const last = known.find(({ state, happenedAt }) => state === 'made' && happenedAt >= outForDeliveryAt);
    if (!last?.estimatedDeliveryAt || last.estimatedDeliveryAt.getTime() === etaAt.getTime()) return null;
    return {
      status: etaAt > last.estimatedDeliveryAt ? 'DELAYED' : 'OUT_FOR_DELIVERY',
      happenedAt: timeOf(jobId),
      estimatedDeliveryAt: etaAt,
    };
  }

  /** The job failed by errors or dead runners: a fulfilment that is under way will not come about. */
  private async abandon({ orderId, what }: Report): Promise<void> {
    if (what === 'started' || what === 'eta') return;
    const delivery = await this.deliveries.read(orderId);
    if (!delivery || (await this.ledger.standing(delivery))?.state !== 'pending') return;
    await this.ledger.finish(delivery, { state: 'failed', failure: 'store_unavailable', reason: unanswered });
  }
}

function started({ status, outForDeliveryAt, etaAt }: Delivery): News | null {
  if (status !== 'out_for_delivery' || !outForDeliveryAt) return null;
  return { status: 'OUT_FOR_DELIVERY', happenedAt: outForDeliveryAt, estimatedDeliveryAt: etaAt };
}

/** When a UUIDv7 was made: of a job, when it was asked for, however often it is tried. */
const timeOf = (id: string) => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
