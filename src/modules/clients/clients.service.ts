import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changedFields } from '../../common/changed-fields.js';
import { ListPages } from '../../common/cursor.js';
import { assertFresh } from '../../common/http/etag.js';
import { invalidField, notFound } from '../../common/problems/problems.js';
import { Database, rowsOf } from '../../database/database.js';
import { containing } from '../../database/sql/patterns.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import { TeamsService } from '../teams/teams.service.js';
import { Client } from './client.entity.js';
import {
  toClient,
  toRequiredFields,
  type ClientDto,
  type ClientQuery,
  type NewClient,
  type RequiredFieldNames,
  type SetRequiredFields,
  type UpdateClient,
} from './clients.dto.js';

const pages = new ListPages('clients', byAge);

@Injectable()
export class ClientsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly teams: TeamsService,
  ) {}

  /** Newest first. */
  async listClients({ limit, cursor, ...filters }: ClientQuery) {
    const after = pages.decode(cursor, filters);
    const part = filters.q && containing(filters.q);
    const clients = await this.db.transaction((em) =>
      em.find(
        Client,
        {
          ...olderThan(after),
          ...(filters.status && { status: filters.status }),
          ...(part && {
            $or: [
              { companyName: { $ilike: part } },
              { clientCode: { $ilike: part } },
              { contactEmail: { $ilike: part } },
            ],
          }),
        },
        { orderBy: newestFirst, limit: limit + 1 },
      ),
    );
    return pages.page(clients, limit, filters, ageOf, toClient);
  }

  /** @throws Problem `validation_failed` when the depot is not one of the organization's */
  async createClient({ defaultDepotId, ...settings }: NewClient): Promise<ClientDto> {
    return this.db.transaction(async (em) => {
      const depot = defaultDepotId
        ? await this.depotOf(em, defaultDepotId)
        : await em.findOneOrFail(Depot, { isMain: true });
      const client = em.create(Client, {
        ...settings,
        requiredFields: settings.requiredFields ?? [],
        organizationId: depot.organizationId,
        defaultDepotId: depot.id,
      });
      await em.flush();
      await this.record(em, 'client.created', client);
      return toClient(client);
    });
  }

  async getClient(id: string): Promise<ClientDto> {
    return this.db.transaction(async (em) => toClient(await this.clientOf(em, id)));
  }

  async updateClient(id: string, changes: UpdateClient): Promise<ClientDto> {
    return this.change(id, changes).then(toClient);
  }

  async getRequiredFields(id: string): Promise<RequiredFieldNames> {
    return this.db.transaction(async (em) => toRequiredFields(await this.clientOf(em, id)));
  }

  /** Applies to future submissions; submitted orders do not change. */
  async setRequiredFields(id: string, { requiredFields }: SetRequiredFields): Promise<RequiredFieldNames> {
    return this.change(id, { requiredFields }).then(toRequiredFields);
  }

  /** Ends the access of the client's members and keys at once; its orders stay. */
  async archiveClient(id: string): Promise<ClientDto> {
    const client = await this.db.transaction(async (em) => {
      const found = await this.clientOf(em, id, LockMode.PESSIMISTIC_WRITE);
      if (found.status === 'archived') return found;
      found.status = 'archived';
      await em.flush();
      await this.record(em, 'client.archived', found);
      return found;
    });
    await this.db.asSystem('sessions belong to no tenant', (em) =>
      rowsOf(
        em,
        `update sessions set ended_at = now() where ended_at is null and membership_id in
           (select id from memberships where client_id = $1 and organization_id = $2)`,
        [client.id, client.organizationId],
      ),
    );
    return toClient(client);
  }

  /** Reverts {@link archiveClient}: keys work again, and members can sign in again. */
  async restoreClient(id: string): Promise<ClientDto> {
    return this.db.transaction(async (em) => {
      const client = await this.clientOf(em, id, LockMode.PESSIMISTIC_WRITE);
      if (client.status !== 'archived') return toClient(client);
      client.status = client.clientCode ? 'active' : 'invited';
      await em.flush();
      await this.record(em, 'client.restored', client);
      return toClient(client);
    });
  }

  async listClientMembers(id: string, query: { limit: number; cursor?: string }) {
    return this.db.transaction(async (em) => {
      const client = await this.clientOf(em, id);
      return this.teams.listMembers(client.id, query);
    });
  }

  private async change(id: string, changes: UpdateClient): Promise<Client> {
    return this.db.transaction(async (em) => {
      const client = await this.clientOf(em, id);
      assertFresh(client);
      if (changes.defaultDepotId) await this.depotOf(em, changes.defaultDepotId);
      const changed = changedFields(client, changes);
      em.assign(client, changes);
      await em.flush();
      if (changed.length > 0) await this.record(em, 'client.updated', client, { changed });
      return client;
    });
  }

  private async clientOf(em: EntityManager, id: string, lockMode?: LockMode): Promise<Client> {
    const client = await em.findOne(Client, { id }, { lockMode });
    if (!client) throw notFound();
    return client;
  }

  private async depotOf(em: EntityManager, id: string): Promise<Depot> {
    const depot = await em.findOne(Depot, { id });
    if (!depot)
      throw invalidField(
        '/defaultDepotId',
        'unknown_depot',
        'is not one of your depots; GET /v1/depots lists them',
      );
    return depot;
  }

  private record(
    em: EntityManager,
    type: 'client.created' | 'client.updated' | 'client.archived' | 'client.restored',
    client: Client,
    data: { changed: string[] } | Record<string, never> = {},
  ): Promise<void> {
    return this.events.append(em, {
      type,
      organizationId: client.organizationId,
      clientId: client.id,
      audience: 'organization',
      data,
    });
  }
}
