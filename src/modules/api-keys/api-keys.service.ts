import { Injectable } from '@nestjs/common';
import { ApiKey } from './api-key.entity.js';
import { apiKeyPrefix } from '../../auth/access/access.guard.js';
import { keyScopes } from '../../auth/access/permissions.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { hashSecret, newSecret } from '../../auth/identity/secrets.js';
import { holdStanding } from '../../auth/access/standing.js';
import { byId, ListPages, olderThan } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { EventLog, type NewEvent } from '../events/event-log.js';
import { toApiKey, type ApiKeyDto, type CreateApiKey, type CreatedApiKeyDto } from './api-keys.dto.js';

/** Enough of a key to recognize it, too little to guess the rest. */
const shownCharacters = apiKeyPrefix.length + 4;

const pages = new ListPages('api-keys', byId);

/** API keys. Each belongs to one team and is limited to its scopes. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
  ) {}

  /** The keys that are not revoked, newest first. */
  async listApiKeys({ limit, cursor }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, {});
    const keys = await this.db.transaction((em) =>
      em.find(
        ApiKey,
        { revokedAt: null, ...olderThan(after) },
        { orderBy: { id: 'desc' }, limit: limit + 1 },
      ),
    );
    return pages.page(keys, limit, {}, ({ id }) => [id], toApiKey);
  }

  /**
   * Creates a key. Only this response contains the secret.
   * @throws Problem `validation_failed` for a scope that the caller's side does not have
   */
  async createApiKey(caller: UserPrincipal, { name, scopes }: CreateApiKey): Promise<CreatedApiKeyDto> {
    const { scope } = caller;
    this.assertReachable(scope.audience, scopes);
    const secret = apiKeyPrefix + newSecret();
    return this.db.transaction(async (em) => {
      await holdStanding(em, caller, 'api-keys:manage');
      const key = em.create(ApiKey, {
        organizationId: scope.organizationId,
        clientId: scope.audience === 'client' ? scope.clientId : null,
        name,
        scopes,
        prefix: secret.slice(0, shownCharacters),
        hash: hashSecret(secret),
        createdBy: caller.userId,
      });
      await em.flush();
      await this.events.append(em, this.audit('api_key.created', key));
      const shown: ApiKeyDto = toApiKey(key);
      return { ...shown, key: secret };
    });
  }

  /** Revokes a key at once. @throws Problem `not_found` */
  async revokeApiKey(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const key = await em.findOne(ApiKey, { id });
      const revoked = await em.nativeUpdate(ApiKey, { id, revokedAt: null }, { revokedAt: new Date() });
      if (!key || revoked === 0) throw notFound();
      await this.events.append(em, this.audit('api_key.revoked', key));
    });
  }

  private assertReachable(side: 'organization' | 'client', scopes: string[]): void {
    const reachable: string[] = keyScopes(side);
    const beyond = scopes.flatMap((scope, index) =>
      reachable.includes(scope)
        ? []
        : [
            {
              pointer: `/scopes/${index}`,
              code: 'scope_not_available',
              detail: `${scope} is not for a key of ${side === 'client' ? 'a client' : 'an organization'}`,
            },
          ],
    );
    if (beyond.length > 0)
      throw problem('validation_failed', `Choose from: ${reachable.join(', ')}.`, beyond);
  }

  private audit(type: 'api_key.created' | 'api_key.revoked', key: ApiKey): NewEvent {
    return {
      type,
      organizationId: key.organizationId,
      clientId: key.clientId ?? null,
      audience: key.clientId ? 'client' : 'organization',
      data: { apiKeyId: key.id, name: key.name, scopes: key.scopes },
    };
  }
}
