import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../../../common/problems/problems.js';
import type { BulkResult } from '../../../common/problems/problem-schemas.js';
import { Database } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { EventLog, type NewEvent } from '../../events/event-log.js';
import { callingClient } from '../../../database/tenancy/caller-scope.js';
import type { SubmitOrders } from './order-actions.dto.js';
import {
  actionChunk,
  actOnOrders,
  type ClientAction,
  type PickedOrder,
  type Selection,
} from './order-actions.queries.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { refreshFromStores } from '../store-reports.js';
import { refusalOf, type Refusal } from '../order-refusals.js';

const events: Record<ClientAction, Pick<NewEvent, 'type' | 'audience' | 'data'>> = {
  submit: { type: 'order.submitted', audience: 'both', data: { status: 'submitted' } },
  withdraw: { type: 'order.withdrawn', audience: 'both', data: { status: 'draft' } },
  delete: { type: 'order.deleted', audience: 'client', data: {} },
};

const failuresShown = 1000;

/** A client's bulk actions on its orders: each order succeeds or fails separately. */
@Injectable()
export class OrderActionsService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsService,
    private readonly events: EventLog,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Submits drafts to the delivery company, checking the currently required fields.
   * @throws Problem `order_upload_not_allowed`
   */
  async submitOrders({ ids, importId }: SubmitOrders): Promise<BulkResult> {
    const selection: Selection = ids ? { ids } : importId ? { importId } : { all: true };
    return this.db.transaction(async (em) => {
      const { requiredFields } = await this.drafts.uploadingClientOf(em);
      return this.act(em, 'submit', selection, requiredFields);
    });
  }

  /** Takes back submitted orders that are not on a route. */
  async withdrawOrders(ids: readonly string[]): Promise<BulkResult> {
    return this.db.transaction((em) => this.act(em, 'withdraw', { ids }));
  }

  /** Deletes drafts. */
  async deleteOrders(ids: readonly string[]): Promise<BulkResult> {
    return this.db.transaction((em) => this.act(em, 'delete', { ids }));
  }

  private async act(
    em: EntityManager,
    action: ClientAction,
    selection: Selection,
    requiredFields?: readonly string[],
  ): Promise<BulkResult> {
    const { organizationId, clientId } = callingClient();
    const failed: Refusal[] = [];
    const succeeded: string[] = [];
    let failedCount = 0;
    let after: PickedOrder | undefined;
    let picked: PickedOrder[];
    do {
      picked = await actOnOrders(em, action, selection, { requiredFields, after });
      const done = picked.filter((order) => order.done).map(({ id }) => id);
      await this.events.appendForOrders(em, { ...events[action], organizationId, clientId }, done);
      if (action === 'withdraw')
        await refreshFromStores(
          em,
          this.jobs,
          organizationId,
          picked.filter((order) => order.done).map(({ id, source }) => ({ id, source, clientId })),
        );
      succeeded.push(...done);
      const refused = picked.filter((order) => !order.done);
      failedCount += refused.length;
      const room = failuresShown - failed.length;
      failed.push(...refused.slice(0, room).map((order) => refusalOf(action, order)));
      after = picked.at(-1);
    } while (picked.length === actionChunk);
    if (!('ids' in selection)) return { succeededCount: succeeded.length, failedCount, failed };
    return inOrderOf(selection.ids, succeeded, failed);
  }
}

/** The result for named orders, in the order of their ids; ids that were not found are refused. */
function inOrderOf(ids: readonly string[], done: readonly string[], refused: readonly Refusal[]): BulkResult {
  const named = [...new Set(ids)];
  const doneIds = new Set(done);
  const refusals = new Map(refused.map((refusal) => [refusal.id, refusal]));
  const succeeded = named.filter((id) => doneIds.has(id));
  const failed = named
    .filter((id) => !doneIds.has(id))
    .map((id) => refusals.get(id) ?? { id, code: 'not_found', detail: notFound().detail });
  return { succeededCount: succeeded.length, failedCount: failed.length, succeeded, failed };
}
