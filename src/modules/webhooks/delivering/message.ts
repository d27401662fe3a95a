import { systemActor } from '../../../common/http/request-context.js';
import { toEvent } from '../../events/events.dto.js';
import { feedEvents } from '../../events/feed-events.js';
import type { DeliveryToSend } from './deliveries.queries.js';

/** The body of a delivery: the event as the feed has it, or for a test an example of its type. */
export function messageOf({
  id,
  type,
  createdAt,
  clientId,
  event,
}: Pick<DeliveryToSend, 'id' | 'type' | 'createdAt' | 'clientId' | 'event'>) {
  const example = { id, createdAt: createdAt.toISOString(), clientId, orderId: null, actor: systemActor };
  const data = toEvent({ ...(event ?? { ...example, data: feedEvents[type].example }), type });
  return { type, timestamp: data.createdAt, data };
}
