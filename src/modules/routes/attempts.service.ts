import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { notFound, problem } from '../../common/problems.js';
import { callingOrganization } from '../../database/calling-organization.js';
import { Database } from '../../database/database.js';
import { EventLog, type NewEvent } from '../events/event-log.js';
import { mayMove, statusAfterAttempt } from '../orders/order-status.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { toStop, type StopDto } from '../stops/stops.dto.js';
import { findStop } from '../stops/stops.queries.js';
import type { CreateAttempt } from './attempts.dto.js';
import { finishOrder, hasMovedOn, isLateAttempt, lockOrder, type VisitedOrder } from './attempts.queries.js';
import { etasOf, hasMoved, type Eta } from './eta.js';
import { orderEvents } from './route-events.js';
import { Attempt, type Route } from './route.entity.js';
import { findRouteStops, updateEtas } from './routes.queries.js';
import { RoutesService } from './routes.service.js';

/** What happened at the door. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly links: TrackingLinks,
    private readonly routes: RoutesService,
  ) {}

  /**
   * Records an attempt. The first finishes the stop and moves the ETAs of the stops behind it; a later one
   * corrects it. One that is older than the last, or came before, is kept and changes nothing.
   * @throws Problem `stop_not_out_for_delivery`
   */
  async recordAttempt(id: string, input: CreateAttempt): Promise<StopDto> {
    const organizationId = callingOrganization();
    return this.db.transaction(async (em) => {
      const stop = await findStop(em, organizationId, id);
      if (!stop) throw notFound();
      if (!stop.routeId) throw notOut();
      // The route's lock comes before its orders', as everywhere.
      const route = await this.routes.lockRoute(em, stop.routeId);
      const order = await lockOrder(em, organizationId, id);
      if (!order) throw notFound();
      const attempt = newAttempt(em, order, input);
      const status = statusAfterAttempt(input.state);
      if (order.routeId !== route.id || !mayMove('attempt', order.status, status)) throw notOut();
      const late = await isLateAttempt(em, organizationId, id, input.state, attempt.attemptedAt);
      await em.flush();
      if (!late) {
        if (!(await finishOrder(em, order, attempt, status))) throw notOut();
        await this.events.append(em, eventOf(order, attempt, status));
        if (order.status === 'out_for_delivery') await this.updateEtasBehind(em, route, order, attempt);
      }
      return toStop((await findStop(em, organizationId, id))!, this.links);
    });
  }

  /** From where and when the driver was last seen, unless that was elsewhere on the route. */
  private async updateEtasBehind(em: EntityManager, route: Route, order: VisitedOrder, attempt: Attempt) {
    const { organizationId } = route;
    if (await hasMovedOn(em, organizationId, route.id, order.id, attempt.attemptedAt)) return;
    const stops = await findRouteStops(em, organizationId, route.id);
    const here = stops.find(({ id }) => id === order.id)!;
    const behind = stops.filter(
      ({ status, routePosition }) =>
        status === 'out_for_delivery' && routePosition! > (here.routePosition ?? 0),
    );
    const from = {
      latitude: attempt.latitude ?? here.latitude,
      longitude: attempt.longitude ?? here.longitude,
    };
    const etas = etasOf(from, attempt.attemptedAt, behind, new Date());
    const moved = new Map<string, Eta>();
    behind.forEach(({ id, etaAt }, index) => {
      const eta = etas[index]!;
      if (hasMoved(etaAt === null ? null : new Date(etaAt), eta.estimatedAt)) moved.set(id, eta);
    });
    const updated = await updateEtas(em, organizationId, route.id, moved);
    await this.events.append(em, ...orderEvents('order.eta_changed', route, updated, moved));
  }
}

const notOut = () =>
  problem('stop_not_out_for_delivery', 'An attempt needs a stop on a route that has started.');

function newAttempt(em: EntityManager, order: VisitedOrder, input: CreateAttempt): Attempt {
  const now = Date.now();
  const attemptedAt = input.attemptedAt ? new Date(input.attemptedAt).getTime() : now;
  return em.create(Attempt, {
    organizationId: callingOrganization(),
    orderId: order.id,
    routeId: order.routeId,
    state: input.state,
    attemptedAt: new Date(Math.min(attemptedAt, now)),
    latitude: input.location?.latitude ?? null,
    longitude: input.location?.longitude ?? null,
    signeeName: input.signeeName ?? null,
    recipientNotes: input.recipientNotes ?? null,
    internalNotes: input.internalNotes ?? null,
  });
}

function eventOf(
  order: VisitedOrder,
  attempt: Attempt,
  status: ReturnType<typeof statusAfterAttempt>,
): NewEvent {
  return {
    type: `order.${status}`,
    organizationId: attempt.organizationId,
    clientId: order.clientId,
    orderId: order.id,
    data: {
      routeId: attempt.routeId,
      state: attempt.state,
      attemptedAt: attempt.attemptedAt.toISOString(),
      ...(order.status !== 'out_for_delivery' && { corrected: order.status }),
    },
  };
}
