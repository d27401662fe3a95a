import type { NewEvent } from '../events/event-log.js';
import type { EventData } from '../events/event-map.js';
import type { Order } from '../orders/order.entity.js';
import { writtenFields } from '../orders/order-row.js';
import type { StopChanges } from './stop-changes.js';

type StopEvent = 'order.created' | 'order.updated' | 'order.deleted';

export function stopEvent<Type extends StopEvent>(
  type: Type,
  order: Order,
  data: EventData<Type>,
): NewEvent<Type> {
  return {
    type,
    organizationId: order.organizationId,
    clientId: order.clientId ?? null,
    orderId: order.id,
    data,
  };
}

/** What is told of a stop that is new to whom it is told. */
export const madeOf = ({ status, source }: Order) => ({ status, source });

/** The previous client gets an `order.deleted`, the new one an `order.created`. */
export function updateEvents(order: Order, previous: string | null, changes: StopChanges): NewEvent[] {
  const clientId = order.clientId ?? null;
  const moved = clientId !== previous;
  return [
    ...(moved && previous
      ? [{ ...stopEvent('order.deleted', order, {}), clientId: previous, audience: 'client' as const }]
      : []),
    ...(moved && clientId
      ? [{ ...stopEvent('order.created', order, madeOf(order)), audience: 'client' as const }]
      : []),
    ...fieldEvents(order, changes),
  ];
}

/** A client does not learn that internal notes changed either: then each side gets an event of its own. */
function fieldEvents(order: Order, changes: StopChanges): NewEvent[] {
  const columns: Readonly<Record<string, string>> = writtenFields;
  const fields = Object.keys(changes).map((column) => columns[column] ?? column);
  const open = fields.filter((field) => field !== 'internalNotes');
  const updated = stopEvent('order.updated', order, { fields });
  if (open.length === fields.length) return [updated];
  const forClient = stopEvent('order.updated', order, { fields: open });
  return [
    { ...updated, audience: 'organization' },
    ...(open.length > 0 && order.clientId ? [{ ...forClient, audience: 'client' as const }] : []),
  ];
}
