import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { EventLog, type NewEvent } from '../events/event-log.js';
import { mayMove, statusAfterAttempt } from '../orders/order-status.js';
import { reportToStores } from '../orders/store-reports.js';
import { StopReadsService } from '../stops/stop-reads.service.js';
import type { StopDto, StopRow } from '../stops/stops.dto.js';
import type { CreateAttempt } from './attempts.dto.js';
import { finishOrder, isLateAttempt } from './attempts.queries.js';
import { ProofsService, type AttemptFacts } from '../proofs/proofs.service.js';
import { Attempt } from './attempt.entity.js';
import { RouteEtas } from '../routes/plans/route-etas.service.js';
import type { Route } from '../routes/route.entity.js';
import { RoutesService } from '../routes/routes.service.js';

/** Records drivers' attempts and updates the stops and ETAs they affect. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly stops: StopReadsService,
    private readonly routes: RoutesService,
    private readonly etas: RouteEtas,
    private readonly proofs: ProofsService,
  ) {}

  /**
   * Records an attempt. The first finishes the stop and updates the ETAs of the stops after it; a later one
   * corrects its result. An attempt older than the last one, or repeated, is only stored.
   * @throws Problem `stop_not_out_for_delivery`, `proof_missing`
   */
  async recordAttempt(id: string, input: CreateAttempt): Promise<StopDto> {
    return this.db.transaction(async (em) => {
      const { routeId } = await this.stops.rowOf(id);
      if (!routeId) throw notOut();
      const { route } = await this.routes.lockWithStops(em, routeId);
      const order = await this.stops.rowOf(id);
      const status = statusAfterAttempt(input.state);
      if (order.routeId !== route.id || !mayMove('attempt', order.status, status)) throw notOut();
      if (status === 'delivered') await this.proofs.assertProven(order, input);
      const attempt = newAttempt(em, route, order, input);
      const isLate = await isLateAttempt(em, attempt);
      await em.flush();
      if (!isLate) {
        if (!(await finishOrder(em, order, attempt, status))) throw notOut();
        const { organizationId } = route;
        const proofHash = await this.proofs.addAttempt(em, { ...order, organizationId }, factsOf(attempt));
        await this.events.append(em, eventOf(order, attempt, status, proofHash));
        const report = { what: 'attempted', attemptId: attempt.id } as const;
        await reportToStores(em, this.jobs, report, organizationId, [order]);
        if (order.status === 'out_for_delivery') await this.updateEtas(em, route, attempt);
      }
      return this.stops.getStop(id);
    });
  }

  /** Recalculates the ETAs of the stops still open, unless a later attempt on the route already has. */
  private async updateEtas(em: EntityManager, route: Route, attempt: Attempt): Promise<void> {
    const stops = await this.routes.stopsOf(route.id);
    const seenAt = attempt.attemptedAt.getTime();
    const hasMovedOn = stops.some(
      (stop) => stop.attemptedAt && new Date(stop.attemptedAt).getTime() > seenAt,
    );
    if (hasMovedOn) return;
    const here = stops.find((stop) => stop.id === attempt.orderId)!;
    const place = { latitude: attempt.latitude ?? null, longitude: attempt.longitude ?? null };
    this.etas.leave(route, here, attempt.attemptedAt, place);
    await em.flush();
    await this.etas.update(em, route);
  }
}

const notOut = () =>
  problem('stop_not_out_for_delivery', 'An attempt needs a stop on a route that has started.');

function newAttempt(em: EntityManager, route: Route, order: StopRow, input: CreateAttempt): Attempt {
  const now = Date.now();
  const attemptedAt = input.attemptedAt ? new Date(input.attemptedAt).getTime() : now;
  return em.create(Attempt, {
    organizationId: route.organizationId,
    orderId: order.id,
    routeId: route.id,
    state: input.state,
    attemptedAt: new Date(Math.min(attemptedAt, now)),
    latitude: input.location?.latitude ?? null,
    longitude: input.location?.longitude ?? null,
    signeeName: input.signeeName ?? null,
    recipientNotes: input.recipientNotes ?? null,
    internalNotes: input.internalNotes ?? null,
  });
}

/** What of an attempt goes into the chain of proof, which its client reads: not the internal notes. */
function factsOf({
  state,
  attemptedAt,
  signeeName,
  recipientNotes,
  latitude,
  longitude,
}: Attempt): AttemptFacts {
  return {
    state,
    attemptedAt: attemptedAt.toISOString(),
    signeeName: signeeName ?? null,
    recipientNotes: recipientNotes ?? null,
    location: latitude == null || longitude == null ? null : { latitude, longitude },
  };
}

function eventOf(
  order: StopRow,
  attempt: Attempt,
  status: ReturnType<typeof statusAfterAttempt>,
  proofHash: string,
): NewEvent<`order.${typeof status}`> {
  return {
    type: `order.${status}`,
    organizationId: attempt.organizationId,
    clientId: order.clientId,
    orderId: order.id,
    data: {
      routeId: attempt.routeId ?? null,
      state: attempt.state,
      attemptedAt: attempt.attemptedAt.toISOString(),
      proofHash,
      ...(order.status !== 'out_for_delivery' && { corrected: order.status }),
    },
  };
}
