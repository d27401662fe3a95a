import type { NewEvent } from '../events/event-log.js';
import type { Eta } from '../../routing/eta.js';
import type { Route } from './route.entity.js';
import type { MovedOrder } from './route-orders.queries.js';

/** One event for each stop that a route changed, with its new ETA, if any. */
export function orderEvents(
  type: 'order.scheduled' | 'order.unscheduled' | 'order.out_for_delivery' | 'order.eta_changed',
  route: Route,
  orders: MovedOrder[],
  etas?: ReadonlyMap<string, Eta>,
): NewEvent[] {
  return orders
    .sort((a, b) => a.position - b.position)
    .map(({ id, clientId, position }) => ({
      type,
      organizationId: route.organizationId,
      clientId,
      orderId: id,
      data: { routeId: route.id, routeTitle: route.title, position, ...etaData(etas?.get(id)) },
    }));
}

/** An event of the route itself, for the organization only. */
export function routeEvent(type: 'route.started' | 'route.completed', route: Route): NewEvent {
  return {
    type,
    organizationId: route.organizationId,
    clientId: null,
    audience: 'organization',
    data: { routeId: route.id, title: route.title },
  };
}

function etaData(eta: Eta | undefined) {
  return (
    eta && {
      eta: {
        estimatedAt: eta.estimatedAt.toISOString(),
        earliestAt: eta.earliestAt.toISOString(),
        latestAt: eta.latestAt.toISOString(),
      },
    }
  );
}
