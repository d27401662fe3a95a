import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database, rowsOf } from '../../../../../database/database.js';
import { Jobs } from '../../../../../jobs/jobs.js';
import { ownersOf } from '../store-owners.js';
import { happenedAt, type WebhookOf } from '../webhook-work.js';

/** Days in which the law wants an answer. */
export const daysToAnswer = 30;

const insertSql = `
  insert into shopify_data_requests
    (id, organization_id, client_id, shop, webhook_event_id, request_number, customer_number, order_numbers, state,
     requested_at, due_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8::text[], 'waiting', $9::timestamptz, $9::timestamptz + interval '${daysToAnswer} days')
  on conflict (webhook_event_id, client_id, organization_id) do nothing
  returning id`;

/** Customers who ask what is known of them. */
@Injectable()
export class DataRequests {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** One request for each client that may hold something of the customer; each gets its own file. */
  async take(event: WebhookOf<'customers/data_request'>): Promise<string> {
    const { id, shop, subject } = event;
    const { requestId, customerId, orderIds } = subject;
    return this.db.asSystem('a store may have been of several clients', async (em) => {
      const owners = await ownersOf(em, shop, orderIds);
      const asked = owners.filter((owner) => owner.isConnected || owner.orderIds.length > 0);
      for (const { organizationId, clientId } of asked) {
        const values = [uuidv7(), organizationId, clientId, shop, id, requestId, customerId, orderIds];
        const at = happenedAt(event).toISOString();
        const [kept] = await rowsOf<{ id: string }>(em, insertSql, [...values, at]);
        if (kept)
          await this.jobs.enqueue(em, 'shopify.export', { dataRequestId: kept.id }, { tenant: clientId });
      }
      return asked.length > 0 ? `Requests made: ${asked.length}.` : 'Nothing of this store is kept here.';
    });
  }
}
