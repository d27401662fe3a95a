import type { NewEvent } from '../../../events/event-log.js';

/** What the client is told of its store that is connected no more, or lets us in no more. */
export const disconnected = (
  { organizationId, clientId, shop }: { organizationId: string; clientId: string; shop: string },
  reason?: string,
): NewEvent<'integration.disconnected'> => ({
  type: 'integration.disconnected',
  organizationId,
  clientId,
  audience: 'client',
  data: { provider: 'shopify', shop, ...(reason && { reason }) },
});
