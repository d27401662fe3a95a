import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database, rowsOf } from '../../../database/database.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';
import type { JobPayload } from '../../../jobs/job-map.js';
import { Jobs, type JobRun } from '../../../jobs/jobs.js';
import { EventLog } from '../../events/event-log.js';
import { jobOf, WebhookDeliveriesService } from '../webhook-deliveries.service.js';
import { WebhookSecrets } from '../webhook-secrets.js';
import {
  deliveryToSend,
  dropDelivery,
  lockTries,
  markFailing,
  markHealthy,
  recordAttempt,
  type DeliveryToSend,
  type FailedEndpoint,
} from './deliveries.queries.js';
import { messageOf } from './message.js';
import { nextDelay } from './retry-schedule.js';
import { signatureOf } from './signature.js';
import type { WebhookHeader } from './webhook-headers.js';
import { WebhookSender, type Outcome } from './webhook-sender.js';

/** The status by which receivers say that they want no more. */
const gone = 410;

interface Sent extends Outcome {
  headers: Record<string, string>;
  body: string;
}

/** Carries out deliveries: one attempt a job, the next one by a job of its own. */
@Injectable()
export class WebhookDeliverer implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    private readonly sender: WebhookSender,
    private readonly secrets: WebhookSecrets,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('webhooks.deliver', (payload, run) => this.deliver(payload, run), {
      abandoned: ({ deliveryId }) => this.drop(deliveryId),
      again: (em, { deliveryId }) => this.deliveries.beginAgain(em, deliveryId),
    });
  }

  private async deliver(
    { deliveryId, attempt, round }: JobPayload<'webhooks.deliver'>,
    run: JobRun,
  ): Promise<void> {
    const [delivery] = await this.sql.query<DeliveryToSend>('webhook_delivery', deliveryToSend, [deliveryId]);
    if (delivery?.attempts !== attempt - 1 || delivery.round !== round) return;
    if (!delivery.isWanted) return this.drop(deliveryId);
    const sent = await this.send(delivery, run.signal);
    if (sent.error === null) return this.succeeded(delivery, sent);
    const isLast = await this.failed(delivery, sent);
    // An endpoint that is gone tells so itself; what a client is sent is no affair of its organization's.
    if (isLast && sent.status !== gone && delivery.clientId === null) run.giveUp(sent.error);
  }

  private async drop(deliveryId: string): Promise<void> {
    await this.sql.query('webhook_drop', dropDelivery, [deliveryId, 'failed']);
  }

  private async send(delivery: DeliveryToSend, stopping: AbortSignal): Promise<Sent> {
    const body = JSON.stringify(messageOf(delivery));
    const timestamp = Math.floor(Date.now() / 1000);
    const secrets = this.secrets.signing({ ...delivery, id: delivery.endpointId });
    const headers = {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'Waybill-Webhooks/1',
      'webhook-id': delivery.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ id: delivery.id, timestamp, body }, secrets),
    } satisfies Record<WebhookHeader | 'content-type' | 'accept-encoding' | 'user-agent', string>;
    return { ...(await this.sender.send(delivery.url, headers, body, stopping)), headers, body };
  }

  private async succeeded(delivery: DeliveryToSend, sent: Sent): Promise<void> {
    await this.sql.query('webhook_attempt', recordAttempt, attemptValues(delivery, sent, 'succeeded', null));
    if (delivery.failingSince) await this.sql.query('webhook_healthy', markHealthy, [delivery.endpointId]);
  }

  /** @returns whether there are no more attempts */
  private async failed(delivery: DeliveryToSend, sent: Sent): Promise<boolean> {
    return this.db.asSystem(
      'an attempt, the next one and the endpoint’s state belong together',
      async (em) => {
        const [locked] = await rowsOf<{ tries: number }>(em, lockTries, [delivery.id]);
        const seconds =
          sent.status === gone ? undefined : nextDelay((locked?.tries ?? 0) + 1, sent.secondsAsked);
        const nextAttemptAt = seconds === undefined ? null : new Date(Date.now() + seconds * 1_000);
        const state = nextAttemptAt ? 'pending' : 'failed';
        const recorded = await rowsOf(em, recordAttempt, attemptValues(delivery, sent, state, nextAttemptAt));
        if (recorded.length === 0) return nextAttemptAt === null;
        await this.noteFailure(em, delivery, sent.status === gone);
        if (!nextAttemptAt) return true;
        const next = jobOf({ ...delivery, attempts: delivery.attempts + 1 });
        await this.jobs.enqueueMany(em, 'webhooks.deliver', [{ ...next, runAt: nextAttemptAt }]);
        return false;
      },
    );
  }

  private async noteFailure(
    em: EntityManager,
    { endpointId }: DeliveryToSend,
    isGone: boolean,
  ): Promise<void> {
    const [endpoint] = await rowsOf<FailedEndpoint>(em, markFailing, [endpointId, isGone]);
    if (!endpoint?.reason) return;
    const { organizationId, clientId, reason } = endpoint;
    await this.events.append(em, {
      type: 'webhook_endpoint.disabled',
      organizationId,
      clientId,
      audience: clientId ? 'client' : 'organization',
      data: { webhookEndpointId: endpointId, reason },
    });
    await this.jobs.enqueue(em, 'webhook-endpoints.mail', { endpointId }, { organizationId });
  }
}

function attemptValues(delivery: DeliveryToSend, sent: Sent, state: string, nextAttemptAt: Date | null) {
  return [
    delivery.id,
    delivery.attempts,
    state,
    nextAttemptAt?.toISOString() ?? null,
    delivery.url,
    JSON.stringify(sent.headers),
    sent.body,
    sent.status,
    sent.response,
    sent.error,
    sent.latencyMilliseconds,
  ];
}
