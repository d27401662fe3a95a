import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG, type Config } from '../../../config.js';
import { Database, rowsOf } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { showEventLag } from '../../../metrics/measures.js';
import { EventHints } from '../../events/streams/event-hints.js';
import { SettleWatch } from '../../events/streams/settle-watch.js';
import { feedEventTypes } from '../../events/event-map.js';
import { jobOf } from '../webhook-deliveries.service.js';
import {
  insertDeliveries,
  lockEndpointsWithNews,
  movePositions,
  newsRows,
  selectNews,
  selectReceiving,
  type LockedEndpoint,
  type MadeDelivery,
  type NewsRow,
} from './fan-out.queries.js';
import { NewsLag } from './news-lag.js';

/** How often all endpoints are looked over, for new endpoints and for events whose hint was lost. */
const lookMilliseconds = 1_000;
/** Between two rounds, in which what comes is gathered. */
const pauseMilliseconds = 10;

/**
 * Makes a delivery of each event for each endpoint that may have it, in one transaction with the endpoint's position
 * in the event log: none is left out, none is made twice. Runs in every process that runs jobs.
 */
@Injectable()
export class WebhookFanOut implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(WebhookFanOut.name);
  /** Organizations that may have news; undefined stands for all. */
  private hinted: Set<string> | undefined = new Set();
  private readonly lag = new NewsLag();
  private hideLag?: () => void;
  /** Organizations with endpoints, as of the last look over all: the events of others wake nobody. */
  private receiving: ReadonlySet<string> = new Set();
  private timer?: NodeJS.Timeout;
  private pumping?: Promise<void>;
  private isStopping = false;

  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly hints: EventHints,
    private readonly settling: SettleWatch,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.RUN_JOBS !== 'inline') return;
    this.hideLag = showEventLag('webhooks', () => this.lag.seconds);
    this.hints.listen(
      ({ organizationId }) => {
        if (this.receiving.has(organizationId)) this.wake(organizationId);
      },
      () => this.wake(),
    );
    this.timer = setInterval(() => this.wake(), lookMilliseconds).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    this.hideLag?.();
    await this.pumping;
  }

  private readonly wake = (organizationId?: string): void => {
    if (this.isStopping) return;
    if (organizationId === undefined) this.hinted = undefined;
    this.hinted?.add(organizationId!);
    if (organizationId !== undefined) this.lag.notice(organizationId);
    this.pumping ??= this.pump()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Webhooks could not be made; trying again'))
      .finally(() => (this.pumping = undefined));
  };

  private async pump(): Promise<void> {
    while (this.hinted?.size !== 0 && !this.isStopping) {
      const organizations = this.hinted && [...this.hinted];
      this.hinted = new Set();
      const begun = performance.now();
      const behind = await this.db.asSystem('the endpoints of all teams, each with its own events', (em) =>
        this.round(em, organizations),
      );
      this.lag.read(organizations, behind, { begun, hinted: this.hinted });
      await delay(pauseMilliseconds, undefined, { ref: false });
    }
  }

  /** @returns the organizations that have more, now or when older transactions have ended */
  private async round(em: EntityManager, organizations: string[] | undefined): Promise<ReadonlySet<string>> {
    if (!organizations) this.receiving = await this.organizationsWithEndpoints(em);
    const locked = await rowsOf<LockedEndpoint>(em, lockEndpointsWithNews, [organizations ?? null]);
    if (locked.length === 0) return new Set();
    const news = await rowsOf<NewsRow>(em, selectNews, [
      locked.map(({ id }) => id),
      feedEventTypes,
      newsRows,
    ]);
    const events = news.filter(({ settled }) => settled);
    await this.deliver(em, events);
    await rowsOf(em, movePositions, [
      news.map(({ endpointId }) => endpointId),
      news.map(({ positionTransaction }) => positionTransaction),
      news.map(({ positionSeq }) => positionSeq),
    ]);
    return this.lookAgain(locked, news);
  }

  private async organizationsWithEndpoints(em: EntityManager): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(em, selectReceiving, []);
    return new Set(rows.map(({ id }) => id));
  }

  /** Where there may be more at once, or when older transactions have ended. */
  private lookAgain(locked: LockedEndpoint[], news: NewsRow[]): ReadonlySet<string> {
    const organizationOf = new Map(locked.map(({ id, organizationId }) => [id, organizationId]));
    const heldBack = new Map<string, string>();
    const full = new Set<string>();
    for (const { endpointId, transactionId, settled, isFull } of news) {
      const organizationId = organizationOf.get(endpointId)!;
      if (isFull) full.add(organizationId);
      else if (transactionId !== null && !settled && !heldBack.has(organizationId))
        heldBack.set(organizationId, transactionId);
    }
    for (const organizationId of full) this.wake(organizationId);
    for (const [organizationId, transactionId] of heldBack) {
      this.lag.notice(organizationId);
      this.settling.when(transactionId, () => this.wake(organizationId));
    }
    return new Set([...full, ...heldBack.keys()]);
  }

  private async deliver(em: EntityManager, events: NewsRow[]): Promise<void> {
    if (events.length === 0) return;
    const made = await rowsOf<MadeDelivery>(em, insertDeliveries, [
      events.map(() => uuidv7()),
      events.map(({ endpointId }) => endpointId),
      events.map(({ eventId }) => eventId),
      events.map(({ type }) => type),
    ]);
    const traces = new Map(events.map(({ eventId, traceparent }) => [eventId, traceparent]));
    await this.jobs.enqueueMany(
      em,
      'webhooks.deliver',
      made.map((delivery) => ({
        ...jobOf({ ...delivery, attempts: 0 }),
        traceparent: traces.get(delivery.eventId),
      })),
    );
  }
}
