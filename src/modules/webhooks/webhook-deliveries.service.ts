import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { ListPages } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { Database, rowsOf } from '../../database/database.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { Jobs } from '../../jobs/jobs.js';
import { beginAnew } from './delivering/deliveries.queries.js';
import { WebhookAttempt, WebhookDelivery } from './webhook-delivery.entity.js';
import {
  toAttempt,
  toDelivery,
  type DeliveriesQuery,
  type RecoverWebhook,
  type TestWebhook,
} from './webhook-deliveries.dto.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { endpointOf } from './webhook-endpoints.service.js';

/** So many deliveries are sent again by one call. */
const mostRecovered = 10_000;
const attemptsShown = 50;

const pages = new ListPages('webhook-deliveries', byAge);

/** What was sent to a team's endpoints, and what of it is sent again. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async listDeliveries(endpointId: string, { limit, cursor, ...filters }: DeliveriesQuery) {
    const list = { endpointId, ...filters };
    const after = pages.decode(cursor, list);
    const deliveries = await this.db.transaction(async (em) => {
      await endpointOf(em, endpointId);
      const state = filters.state && { state: { $in: filters.state } };
      const where = { endpointId, ...state, ...olderThan(after) };
      return em.find(WebhookDelivery, where, { orderBy: newestFirst, limit: limit + 1 });
    });
    return pages.page(deliveries, limit, list, ageOf, toDelivery);
  }

  async getDelivery(id: string) {
    return this.db.transaction(async (em) => {
      const delivery = await deliveryOf(em, id);
      const attempts = await em.find(
        WebhookAttempt,
        { deliveryId: id },
        { orderBy: { number: 'desc' }, limit: attemptsShown },
      );
      return { ...toDelivery(delivery), log: attempts.reverse().map(toAttempt) };
    });
  }

  /** @throws Problem `not_found`, `webhook_endpoint_disabled` */
  async test(endpointId: string, { type }: TestWebhook) {
    return this.db.transaction(async (em) => {
      const { organizationId, clientId } = await this.enabledEndpoint(em, endpointId);
      const delivery = em.create(WebhookDelivery, {
        organizationId,
        clientId,
        endpointId,
        type,
        nextAttemptAt: new Date(),
      });
      await em.flush();
      await this.send(em, [delivery]);
      return toDelivery(delivery);
    });
  }

  /** Begins a delivery anew, unless it is under way. @throws Problem `not_found`, `webhook_endpoint_disabled` */
  async redeliver(id: string) {
    return this.db.transaction(async (em) => {
      const delivery = await deliveryOf(em, id, LockMode.PESSIMISTIC_WRITE);
      await this.enabledEndpoint(em, delivery.endpointId);
      await this.begin(em, [delivery]);
      return toDelivery(delivery);
    });
  }

  /** Begins anew what failed since then, oldest first. @throws Problem `not_found`, `webhook_endpoint_disabled` */
  async recover(endpointId: string, { since }: RecoverWebhook) {
    return this.db.transaction(async (em) => {
      await this.enabledEndpoint(em, endpointId);
      const failed: WebhookDelivery['state'] = 'failed';
      const values = [callingOrganization(), endpointId, failed, since, mostRecovered];
      const begun = await rowsOf<DeliveryOfJob>(em, beginAnew, values);
      await this.sendAgain(em, begun.sort(oldestFirst));
      return { deliveries: begun.length };
    });
  }

  /**
   * Begins anew a delivery that failed.
   * @throws Problem `job_not_retryable` when it was begun anew already, or its endpoint is disabled or gone
   */
  async beginAgain(em: EntityManager, id: string): Promise<void> {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const delivery = await em.findOne(WebhookDelivery, { id, state: 'failed' }, lock);
    if (!delivery) throw problem('job_not_retryable');
    const endpoint = await em.findOne(WebhookEndpoint, { id: delivery.endpointId, disabledReason: null });
    if (!endpoint) throw problem('job_not_retryable');
    await this.begin(em, [delivery]);
  }

  /**
   * Of locked deliveries. That one failed counts no more, neither as failed work; one that is under way has its job, and
   * is not sent twice.
   */
  private async begin(em: EntityManager, deliveries: WebhookDelivery[]): Promise<void> {
    const idle = deliveries.filter((delivery) => !isUnderWay(delivery));
    for (const delivery of deliveries) em.assign(delivery, { tries: 0 });
    for (const delivery of idle)
      em.assign(delivery, { state: 'pending', round: delivery.round + 1, nextAttemptAt: new Date() });
    await em.flush();
    await this.sendAgain(em, idle);
  }

  private async sendAgain(em: EntityManager, deliveries: DeliveryOfJob[]): Promise<void> {
    // What a client is sent is nobody's failed work, and it may touch no jobs.
    const listed = deliveries.filter(({ clientId }) => clientId == null).map(({ id }) => id);
    await this.jobs.settle(em, 'webhooks.deliver', 'deliveryId', listed);
    await this.send(em, deliveries);
  }

  private async send(em: EntityManager, deliveries: DeliveryOfJob[]): Promise<void> {
    await this.jobs.enqueueMany(em, 'webhooks.deliver', deliveries.map(jobOf));
  }

  private async enabledEndpoint(em: EntityManager, id: string): Promise<WebhookEndpoint> {
    const endpoint = await endpointOf(em, id);
    if (endpoint.disabledReason != null) throw problem('webhook_endpoint_disabled');
    return endpoint;
  }
}

type DeliveryOfJob = Pick<
  WebhookDelivery,
  'id' | 'attempts' | 'endpointId' | 'organizationId' | 'clientId' | 'round'
>;

/** Ids begin with the moment in which they were made. */
const oldestFirst = (one: DeliveryOfJob, other: DeliveryOfJob) => (one.id < other.id ? -1 : 1);

/** The job of the next attempt. */
export function jobOf({ id, attempts, endpointId, organizationId, clientId, round }: DeliveryOfJob) {
  const team = clientId ?? organizationId;
  const payload = { deliveryId: id, attempt: attempts + 1, round };
  return { payload, tenant: endpointId, team, organizationId };
}

/** Its next attempt runs, or is as good as due: the clocks of servers differ a little. */
function isUnderWay({ state, nextAttemptAt }: WebhookDelivery): boolean {
  return state === 'pending' && nextAttemptAt != null && nextAttemptAt.getTime() <= Date.now() + 1_000;
}

async function deliveryOf(em: EntityManager, id: string, lockMode?: LockMode): Promise<WebhookDelivery> {
  const delivery = await em.findOne(WebhookDelivery, { id }, { lockMode });
  if (!delivery) throw notFound();
  return delivery;
}
