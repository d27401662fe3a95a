import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { assertFresh } from '../../common/http/etag.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database, isUniqueViolation } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { EventLog } from '../events/event-log.js';
import { toContentRow } from '../orders/order-row.js';
import { countryOf } from '../depots/depots.service.js';
import { Order } from '../orders/order.entity.js';
import { normaliseContent } from '../../order-fields/normalise-content.js';
import type { CreateStop, StopDto, StopRow, UpdateStop } from './stops.dto.js';
import { changesOf, refuseForeignFields } from './stop-changes.js';
import { madeOf, stopEvent, updateEvents } from './stop-events.js';
import { StopReadsService } from './stop-reads.service.js';
import { StopReferences } from './stop-references.js';

/** Creates and changes stops. */
@Injectable()
export class StopsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly reads: StopReadsService,
    private readonly references: StopReferences,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Makes a stop of the organization's own, which its client sees if it has one.
   * @throws Problem `validation_failed` for an unknown `clientCode`, `client_archived`, `external_id_taken`
   */
  async createStop({ clientCode, clientId, depotId, internalNotes, ...input }: CreateStop): Promise<StopDto> {
    return this.db.transaction(async (em) => {
      const client = await this.references.clientOf(em, { clientCode, clientId });
      const depot = await this.references.depotOf(em, depotId ?? client?.defaultDepotId);
      const { content } = normaliseContent(input, { countryCode: await countryOf(em, depot) });
      const order = em.create(Order, {
        ...toContentRow(content),
        organizationId: callingOrganization(),
        clientId: client?.id ?? null,
        depotId: depot.id,
        internalNotes,
        status: 'submitted',
        source: 'dispatcher',
        submittedAt: new Date(),
      });
      await flushOrder(em);
      await this.events.append(em, stopEvent('order.created', order, madeOf(order)));
      return this.reads.getStop(order.id);
    });
  }

  /**
   * Changes a stop that is not out for delivery yet. Of an order that a client submitted, only the fields that
   * dispatchers may change.
   * @throws Problem `stop_not_editable`, `stale_version`, and what {@link createStop} throws
   */
  async updateStop(id: string, changes: UpdateStop): Promise<StopDto> {
    return this.db.transaction(async (em) => {
      const order = await this.lockEditable(em, id);
      assertFresh(order);
      const previous = await this.reads.rowOf(id);
      refuseForeignFields(previous, changes);
      const client = await this.references.clientOf(em, changes);
      const depot = await this.references.depotOf(em, changes.depotId ?? order.depotId);
      const changed = changesOf(previous, changes, {
        clientId: client === undefined ? previous.clientId : (client?.id ?? null),
        depotId: depot.id,
        country: await countryOf(em, depot),
      });
      if (Object.keys(changed).length > 0) {
        em.assign(order, changed);
        await flushOrder(em);
        await this.events.append(em, ...updateEvents(order, previous.clientId, changed));
        await this.remeasure(em, order, previous);
      }
      return this.reads.getStop(id);
    });
  }

  /** @throws Problem `order_on_route` unless the stop is unassigned */
  async deleteStop(id: string): Promise<void> {
    await this.db.transaction(async (em) => {
      const order = await em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!order) throw notFound();
      assertFresh(order);
      if (order.status !== 'submitted') {
        throw problem('order_on_route');
      }
      await this.events.append(em, stopEvent('order.deleted', order, {}));
      await em.nativeDelete(Order, { id });
    });
  }

  /** @throws Problem `not_found`, `stop_not_editable` */
  async lockEditable(em: EntityManager, id: string): Promise<Order> {
    const order = await em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!order) throw notFound();
    if (order.status !== 'submitted' && order.status !== 'scheduled') {
      throw problem(
        'stop_not_editable',
        'The stop is out for delivery or finished. Reschedule it first if it failed.',
      );
    }
    return order;
  }

  /** Another place makes another way of the route that the stop is on. */
  private async remeasure(em: EntityManager, order: Order, previous: StopRow): Promise<void> {
    const hasMoved = order.latitude !== previous.latitude || order.longitude !== previous.longitude;
    if (!hasMoved || !order.routeId) return;
    const { routeId, organizationId } = order;
    await this.jobs.enqueue(em, 'routes.measure', { routeId, organizationId }, { tenant: organizationId });
  }
}

/** @throws Problem `external_id_taken` */
async function flushOrder(em: EntityManager): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (isUniqueViolation(error, 'orders_external_id')) {
      throw problem('external_id_taken', 'This client already has an order with this Id.', [
        { pointer: '/externalId', code: 'external_id_taken', detail: 'is another order’s Id' },
      ]);
    }
    throw error;
  }
}
