import type { EntityManager } from '@mikro-orm/postgresql';
import type { Jobs } from '../../jobs/jobs.js';
import type { JobPayload } from '../../jobs/job-map.js';
import type { OrderSource } from './order.entity.js';

/** What an order needs to show whether a store has to hear of it. */
export interface ReportedOrder {
  id: string;
  clientId: string | null;
  source: OrderSource;
}

/** Has orders that are drafts again brought up to what their stores say of them now. */
export async function refreshFromStores(
  em: EntityManager,
  jobs: Jobs,
  organizationId: string,
  orders: readonly ReportedOrder[],
): Promise<void> {
  const refreshes = orders.flatMap(({ id, clientId, source }) =>
    source === 'shopify' && clientId !== null
      ? [{ payload: { orderId: id }, tenant: clientId, organizationId }]
      : [],
  );
  await jobs.enqueueMany(em, 'shopify.refresh', refreshes);
}

type Report = Omit<JobPayload<'shopify.report'>, 'orderId'>;

/**
 * Lets the stores that orders came from hear what happened to them, by jobs in the transaction of the change. Costs
 * nothing where none came from a store. The reports of one order are made one after another, those of a client a few
 * at a time, so that a store that hangs holds up no other.
 */
export async function reportToStores(
  em: EntityManager,
  jobs: Jobs,
  report: Report,
  organizationId: string,
  orders: readonly ReportedOrder[],
): Promise<void> {
  const reports = orders.flatMap(({ id, clientId, source }) =>
    source === 'shopify' && clientId !== null
      ? [{ payload: { orderId: id, ...report }, tenant: id, team: clientId, organizationId }]
      : [],
  );
  await jobs.enqueueMany(em, 'shopify.report', reports);
}
