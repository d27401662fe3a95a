import { LockMode } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { CompiledQuery } from 'kysely';
import { ListPages } from '../../common/cursor.js';
import { assertFresh } from '../../common/http/etag.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database, rowsOf, sqlOf } from '../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Jobs } from '../../jobs/jobs.js';
import { EventLog } from '../events/event-log.js';
import { Organization } from '../organizations/organization.entity.js';
import { Depot } from './depot.entity.js';
import { toDepot, type CreateDepot, type DepotDto, type UpdateDepot } from './depots.dto.js';

const pages = new ListPages('depots', byAge);

/** The country of phone numbers that name none: the depot's, else the organization's. */
export async function countryOf(em: EntityManager, depot: Depot): Promise<string | null> {
  if (depot.countryCode != null) return depot.countryCode;
  const organization = await em.findOneOrFail(Organization, { id: depot.organizationId });
  return organization.countryCode ?? null;
}

@Injectable()
export class DepotsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async listDepots({ limit, cursor, ...filters }: { limit: number; cursor?: string }) {
    const after = pages.decode(cursor, filters);
    const depots = await this.db.transaction((em) =>
      em.find(Depot, olderThan(after), {
        orderBy: newestFirst,
        limit: limit + 1,
      }),
    );
    return pages.page(depots, limit, filters, ageOf, toDepot);
  }

  async createDepot(input: CreateDepot): Promise<DepotDto> {
    return this.db.transaction(async (em) => {
      const organization = await em.findOneOrFail(Organization, { id: callingOrganization() });
      const depot = em.create(Depot, {
        ...input,
        timezone: input.timezone ?? organization.timezone,
        organizationId: organization.id,
      });
      await em.flush();
      await this.events.append(em, this.audit('depot.created', depot));
      return toDepot(depot);
    });
  }

  async getDepot(id: string): Promise<DepotDto> {
    return this.db.transaction(async (em) => toDepot(await this.depotOf(em, id)));
  }

  async updateDepot(id: string, changes: UpdateDepot): Promise<DepotDto> {
    return this.db.transaction(async (em) => {
      const depot = await this.depotOf(em, id);
      assertFresh(depot);
      const { latitude, longitude } = depot;
      em.assign(depot, changes);
      await em.flush();
      if (depot.latitude !== latitude || depot.longitude !== longitude) await this.remeasure(em, depot);
      await this.events.append(em, this.audit('depot.updated', depot));
      return toDepot(depot);
    });
  }

  /** Makes this the one main depot. */
  async setMainDepot(id: string): Promise<DepotDto> {
    return this.db.transaction(async (em) => {
      await this.lockDepots(em, (await this.depotOf(em, id)).organizationId);
      const depot = await em.findOne(Depot, { id }, { refresh: true });
      if (!depot) throw notFound();
      const main = await em.findOneOrFail(Depot, { isMain: true });
      if (main !== depot) {
        main.isMain = false;
        await em.flush();
        depot.isMain = true;
        await em.flush();
      }
      return toDepot(depot);
    });
  }

  /**
   * Deletes a depot; its clients, orders and routes move to the main one.
   * @throws Problem `depot_is_main`
   */
  async deleteDepot(id: string): Promise<void> {
    const organizationId = await this.db.transaction(async (em) => {
      const depot = await this.depotOf(em, id);
      assertFresh(depot);
      if (depot.isMain) throw problem('depot_is_main');
      return depot.organizationId;
    });
    await this.db.asSystem("clients' drafts, which their organization cannot see, move along", async (em) => {
      await this.lockDepots(em, organizationId);
      const main = await em.findOneOrFail(Depot, { organizationId, isMain: true });
      const depot = await em.findOne(Depot, { organizationId, id });
      if (!depot) throw notFound();
      if (depot.isMain) throw problem('depot_is_main');
      for (const [table, column] of [
        ['clients', 'default_depot_id'],
        ['routes', 'depot_id'],
        ['orders', 'depot_id'],
      ] as const) {
        const values = [main.id, organizationId, id];
        // The drafts of an organization are found by its clients.
        const found =
          table === 'orders'
            ? ` and (status <> $${values.push('draft')} or client_id = any (array(select id from clients where organization_id = $2)))`
            : '';
        // Locked by age first, as bulk actions lock orders.
        const sql = `
          with held as (
            select id from ${table} where organization_id = $2 and ${column} = $3${found} order by created_at, id for update)
          update ${table} t set ${column} = $1, version = t.version + 1 from held where t.id = held.id`;
        await sqlOf(em).executeQuery(CompiledQuery.raw(sql, values));
      }
      await em.nativeDelete(Depot, { id });
      await this.events.append(em, this.audit('depot.deleted', depot));
    });
  }

  /** Another place makes another way of every route that starts there. */
  private async remeasure(em: EntityManager, { id, organizationId }: Depot): Promise<void> {
    const routes = await rowsOf<{ id: string }>(
      em,
      `select id from routes where organization_id = $1 and depot_id = $2 and status = 'planned' order by id`,
      [organizationId, id],
    );
    for (const route of routes) {
      const job = { routeId: route.id, organizationId };
      await this.jobs.enqueue(em, 'routes.measure', job, { tenant: organizationId });
    }
  }

  /** Serializes changes of the main depot within an organization. */
  private async lockDepots(em: EntityManager, organizationId: string): Promise<void> {
    await em.findOneOrFail(Organization, { id: organizationId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  private async depotOf(em: EntityManager, id: string): Promise<Depot> {
    const depot = await em.findOne(Depot, { id });
    if (!depot) throw notFound();
    return depot;
  }

  private audit(type: 'depot.created' | 'depot.updated' | 'depot.deleted', depot: Depot) {
    return {
      type,
      organizationId: depot.organizationId,
      clientId: null,
      audience: 'organization',
      data: { depotId: depot.id },
    } as const;
  }
}
