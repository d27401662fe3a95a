import { Inject, Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { holdStanding } from '../../auth/access/standing.js';
import { tenantKey, type UserPrincipal } from '../../auth/access/principal.js';
import { changedFields } from '../../common/changed-fields.js';
import { ListPages } from '../../common/cursor.js';
import { assertFresh, withVersion } from '../../common/http/etag.js';
import { invalidField, notFound, problem } from '../../common/problems/problems.js';
import { CONFIG, type Config } from '../../config.js';
import { Database, rowsOf } from '../../database/database.js';
import { clientIdOf } from '../../database/tenancy/caller-scope.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { EventLog } from '../events/event-log.js';
import type { EventData } from '../events/event-map.js';
import { whyRefused } from './targets/target-url.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import {
  toWebhookEndpoint,
  type CreateWebhookEndpoint,
  type UpdateWebhookEndpoint,
  type WebhookEndpointDto,
  type WebhookEndpointWithSecret,
} from './webhook-endpoints.dto.js';
import { WebhookSecrets } from './webhook-secrets.js';

const mostEndpoints = 50;

const pages = new ListPages('webhook-endpoints', byAge);

type AuditType = `webhook_endpoint.${'created' | 'updated' | 'deleted' | 'secret_rotated'}`;

/** The addresses to which a team has its events sent. */
@Injectable()
export class WebhookEndpointsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly secrets: WebhookSecrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Newest first. */
  async listWebhookEndpoints({ limit, cursor }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, {});
    const endpoints = await this.db.transaction((em) =>
      em.find(WebhookEndpoint, olderThan(after), {
        orderBy: newestFirst,
        limit: limit + 1,
      }),
    );
    return pages.page(endpoints, limit, {}, ageOf, toWebhookEndpoint);
  }

  /** @throws Problem `validation_failed` for a URL that nothing is sent to, `webhook_endpoints_full` */
  async createWebhookEndpoint(
    caller: UserPrincipal,
    { url, events }: CreateWebhookEndpoint,
  ): Promise<WebhookEndpointWithSecret> {
    this.assertTarget(url);
    return this.db.transaction(async (em) => {
      await holdStanding(em, caller, 'webhooks:manage');
      await this.assertRoom(em, tenantKey(caller.scope));
      const { organizationId } = caller.scope;
      const endpoint = em.create(WebhookEndpoint, {
        organizationId,
        clientId: clientIdOf(caller.scope),
        url,
        events,
      });
      await em.flush();
      await this.audit(em, 'webhook_endpoint.created', endpoint);
      return this.withSecret(endpoint);
    });
  }

  async getWebhookEndpoint(id: string): Promise<WebhookEndpointDto> {
    return this.db.transaction(async (em) => toWebhookEndpoint(await endpointOf(em, id)));
  }

  /** @throws Problem `not_found`, `stale_version`, `validation_failed` for a URL that nothing is sent to */
  async updateWebhookEndpoint(id: string, changes: UpdateWebhookEndpoint): Promise<WebhookEndpointDto> {
    if (changes.url !== undefined) this.assertTarget(changes.url);
    return this.db.transaction(async (em) => {
      const endpoint = await endpointOf(em, id, LockMode.PESSIMISTIC_WRITE);
      assertFresh(endpoint);
      const { enabled, ...fields } = changes;
      const wasEnabled = endpoint.disabledReason == null;
      const changed = changedFields({ ...endpoint, enabled: wasEnabled }, changes);
      if (changed.length === 0) return toWebhookEndpoint(endpoint);
      em.assign(endpoint, fields);
      if (enabled === false && wasEnabled)
        em.assign(endpoint, { disabledReason: 'by_hand', disabledAt: new Date() });
      if (enabled === true && !wasEnabled) await this.enable(em, endpoint);
      await em.flush();
      await this.audit(em, 'webhook_endpoint.updated', endpoint, { changed });
      return toWebhookEndpoint(endpoint);
    });
  }

  /** What waits for its next attempt is not sent any more. @throws Problem `not_found`, `stale_version` */
  async deleteWebhookEndpoint(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      // Deliveries before their endpoint, in the order in which attempts lock them.
      await em.nativeUpdate(
        WebhookDelivery,
        { endpointId: id, state: 'pending' },
        { state: 'failed', nextAttemptAt: null },
      );
      const endpoint = await endpointOf(em, id, LockMode.PESSIMISTIC_WRITE);
      assertFresh(endpoint);
      await em.nativeDelete(WebhookEndpoint, { id });
      await this.audit(em, 'webhook_endpoint.deleted', endpoint);
    });
  }

  /** A new secret; the one before signs beside it for a while. */
  async rotateWebhookSecret(id: string): Promise<WebhookEndpointWithSecret> {
    return this.db.transaction(async (em) => {
      const endpoint = await endpointOf(em, id, LockMode.PESSIMISTIC_WRITE);
      endpoint.secretGeneration += 1;
      endpoint.previousSecretUntil = this.secrets.overlapEnd();
      await em.flush();
      await this.audit(em, 'webhook_endpoint.secret_rotated', endpoint);
      return this.withSecret(endpoint);
    });
  }

  /** Those who make endpoints of one team take turns, so that each counts the others'. */
  private async assertRoom(em: EntityManager, team: string): Promise<void> {
    await rowsOf(em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`webhook-endpoints ${team}`]);
    if ((await em.count(WebhookEndpoint)) >= mostEndpoints) throw problem('webhook_endpoints_full');
  }

  /** What happened while it was disabled is not sent. */
  private async enable(em: EntityManager, endpoint: WebhookEndpoint): Promise<void> {
    em.assign(endpoint, { disabledReason: null, disabledAt: null, failingSince: null });
    const sql = `
      update webhook_endpoints set read_transaction_id = pg_current_xact_id(), read_seq = 0
       where organization_id = $1 and id = $2`;
    await rowsOf(em, sql, [endpoint.organizationId, endpoint.id]);
  }

  private assertTarget(url: string): void {
    const why = whyRefused(url, { allowPrivate: this.config.WEBHOOK_ALLOW_PRIVATE });
    if (why) throw invalidField('/url', 'target_refused', why);
  }

  private withSecret(endpoint: WebhookEndpoint): WebhookEndpointWithSecret {
    const shown = { ...toWebhookEndpoint(endpoint), secret: this.secrets.secretOf(endpoint) };
    return withVersion(shown, endpoint.version);
  }

  private async audit<Type extends AuditType>(
    em: EntityManager,
    type: Type,
    endpoint: WebhookEndpoint,
    more?: Omit<EventData<Type>, 'webhookEndpointId'>,
  ): Promise<void> {
    await this.events.append(em, {
      type,
      organizationId: endpoint.organizationId,
      clientId: endpoint.clientId ?? null,
      audience: endpoint.clientId ? 'client' : 'organization',
      data: { webhookEndpointId: endpoint.id, ...more } as EventData<Type>,
    });
  }
}

/** @throws Problem `not_found` */
export async function endpointOf(
  em: EntityManager,
  id: string,
  lockMode?: LockMode,
): Promise<WebhookEndpoint> {
  const endpoint = await em.findOne(WebhookEndpoint, { id }, { lockMode });
  if (!endpoint) throw notFound();
  return endpoint;
}
