import { Injectable } from '@nestjs/common';
import { notFound, problem } from '../../common/problems.js';
import { callingOrganization } from '../../database/calling-organization.js';
import { Database } from '../../database/database.js';
import { EventLog } from '../events/event-log.js';
import { TrackingLinks } from '../orders/tracking-links.js';
import { toStop, type StopDto } from './stops.dto.js';
import { findStop, rescheduleOrder, returnOrder } from './stops.queries.js';

/** What dispatchers do with stops beside routes: back to the client, and once more after a failure. */
@Injectable()
export class StopMovesService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly links: TrackingLinks,
  ) {}

  /**
   * Takes a failed stop off its route, to be delivered again. Its attempts stay in the history.
   * @throws Problem `stop_not_reschedulable`
   */
  async rescheduleStop(id: string): Promise<StopDto> {
    const organizationId = callingOrganization();
    return this.db.transaction(async (em) => {
      const before = await findStop(em, organizationId, id);
      if (!before) throw notFound();
      const moved = await rescheduleOrder(em, organizationId, id);
      if (!moved) throw problem('stop_not_reschedulable', 'Only a stop whose last attempt failed can be.');
      await this.events.append(em, {
        type: 'order.rescheduled',
        organizationId,
        clientId: moved.clientId,
        orderId: id,
        data: { routeId: before.routeId, state: before.deliveryState },
      });
      return toStop((await findStop(em, organizationId, id))!, this.links);
    });
  }

  /**
   * Gives an order back to its client, as a draft with the reason.
   * @throws Problem `order_on_route`, or `stop_not_returnable` when there is no client to return it to
   */
  async returnStop(id: string, reason: string): Promise<void> {
    const organizationId = callingOrganization();
    await this.assertReturnable(id);
    const moved = await this.db.asSystem('an organization cannot see the draft it becomes', async (em) => {
      const order = await returnOrder(em, organizationId, id, reason);
      if (order) {
        const { clientId } = order;
        const data = { reason };
        await this.events.append(em, { type: 'order.returned', organizationId, clientId, orderId: id, data });
      }
      return order;
    });
    if (moved) return;
    await this.assertReturnable(id);
    throw onRoute();
  }

  private async assertReturnable(id: string): Promise<void> {
    const stop = await this.db.transaction((em) => findStop(em, callingOrganization(), id));
    if (!stop) throw notFound();
    if (stop.status !== 'submitted') throw onRoute();
    if (stop.clientId === null) {
      throw problem('stop_not_returnable', 'It is nobody’s but yours: change or delete it yourself.');
    }
  }
}

const onRoute = () => problem('order_on_route', 'Take the stop off its route first.');
