import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ApiKey } from './api-key.entity.js';
import { keyScopes } from '../../auth/access/permissions.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { beginningOfKey, newApiKey } from '../../auth/identity/api-key-secrets.js';
import { hashSecret } from '../../auth/identity/secrets.js';
import { holdStanding } from '../../auth/access/standing.js';
import { ListPages } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { clientIdOf } from '../../database/tenancy/caller-scope.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { EventLog, type NewEvent } from '../events/event-log.js';
import { Organization } from '../organizations/organization.entity.js';
import { toApiKey, type ApiKeyDto, type CreateApiKey, type CreatedApiKeyDto } from './api-keys.dto.js';

const pages = new ListPages('api-keys', byAge);

type NewKey = Pick<ApiKey, 'organizationId' | 'name' | 'scopes' | 'createdBy'> & { clientId: string | null };

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
      em.find(ApiKey, { revokedAt: null, ...olderThan(after) }, { orderBy: newestFirst, limit: limit + 1 }),
    );
    return pages.page(keys, limit, {}, ageOf, toApiKey);
  }

  /**
   * Creates a key. Only this response contains the secret.
   * @throws Problem `validation_failed` for a scope that the caller's side does not have
   */
  async createApiKey(caller: UserPrincipal, { name, scopes }: CreateApiKey): Promise<CreatedApiKeyDto> {
    const { scope } = caller;
    this.assertReachable(scope.audience, scopes);
    return this.db.transaction(async (em) => {
      await holdStanding(em, caller, 'api-keys:manage');
      const { organizationId } = scope;
      const clientId = clientIdOf(scope);
      return this.add(em, { organizationId, clientId, name, scopes, createdBy: caller.userId });
    });
  }

  /** Adds a key of any team, in the transaction of `em`. Only this response contains the secret. */
  async add(em: EntityManager, wanted: NewKey): Promise<CreatedApiKeyDto> {
    const { testMode } = await em.findOneOrFail(Organization, { id: wanted.organizationId });
    const secret = newApiKey(testMode);
    const key = em.create(ApiKey, {
      ...wanted,
      prefix: beginningOfKey(secret),
      hash: hashSecret(secret),
    });
    await em.flush();
    await this.events.append(em, this.audit('api_key.created', key));
    const shown: ApiKeyDto = toApiKey(key);
    return { ...shown, key: secret };
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
