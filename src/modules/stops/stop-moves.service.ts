import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { EventLog } from '../events/event-log.js';
import { refreshFromStores } from '../orders/store-reports.js';
import { StopReadsService } from './stop-reads.service.js';
import type { StopDto } from './stops.dto.js';
import { rescheduleOrder, returnOrder } from './stops.queries.js';

/**
 * Changes of a stop's state outside of routes: returning it to the client, rescheduling it after a failure.
 */
@Injectable()
export class StopMovesService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly reads: StopReadsService,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Removes a failed stop from its route, to be delivered again. Its attempts stay in the history.
   * @throws Problem `stop_not_reschedulable`
   */
  async rescheduleStop(id: string): Promise<StopDto> {
    return this.db.transaction(async (em) => {
      const { routeId, clientId, deliveryState } = await this.reads.rowOf(id);
      if (!(await rescheduleOrder(em, id))) {
        throw problem('stop_not_reschedulable', 'Only a stop whose last attempt failed can be.');
      }
      await this.events.append(em, {
        type: 'order.rescheduled',
        organizationId: callingOrganization(),
        clientId,
        orderId: id,
        data: { routeId, state: deliveryState },
      });
      return this.reads.getStop(id);
    });
  }

  /**
   * Returns an order to its client, as a draft with the reason.
   * @throws Problem `order_on_route`, or `stop_not_returnable` when it has no client
   */
  async returnStop(id: string, reason: string): Promise<void> {
    const organizationId = callingOrganization();
    await this.assertReturnable(id);
    const returned = await this.db.asSystem('an organization cannot see the draft it becomes', async (em) => {
      const order = await returnOrder(em, organizationId, id, reason);
      if (!order) return false;
      const { clientId } = order;
      const data = { reason };
      await this.events.append(em, { type: 'order.returned', organizationId, clientId, orderId: id, data });
      await refreshFromStores(em, this.jobs, organizationId, [order]);
      return true;
    });
    if (returned) return;
    await this.assertReturnable(id);
    throw onRoute();
  }

  private async assertReturnable(id: string): Promise<void> {
    const { status, clientId } = await this.reads.rowOf(id);
    if (status !== 'submitted') throw onRoute();
    if (clientId === null) {
      throw problem('stop_not_returnable', 'It is nobody’s but yours: change or delete it yourself.');
    }
  }
}

const onRoute = () => problem('order_on_route');
