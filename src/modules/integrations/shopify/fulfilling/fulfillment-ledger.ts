import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { clientScope } from '../../../../common/scope.js';
import { Database, rowsOf } from '../../../../database/database.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { EventLog, type NewEvent } from '../../../events/event-log.js';
import type { Delivery } from './delivery.js';
import type {
  FulfillmentState,
  OrderFulfillmentFailure,
  OrderFulfillmentState,
} from './fulfillment-states.js';
import {
  beginSql,
  countsSql,
  endSql,
  finishSql,
  intendSql,
  noteSql,
  standingSql,
  tellSql,
  waitSql,
} from './ledger-sql.js';
import type { StorePart } from './store-documents.js';

/** How an attempt to mark an order went. */
export interface Outcome {
  state: OrderFulfillmentState;
  failure: Exclude<OrderFulfillmentFailure, 'delivery_corrected'> | null;
  reason: string | null;
}

interface Note {
  state: Exclude<FulfillmentState, 'intended'>;
  reason?: string;
  fulfillmentId?: string;
}

/** How far an order is. */
type Standing = Pick<Outcome, 'state' | 'reason'>;

const maxReason = 500;
const short = (reason: string | null | undefined) => reason?.slice(0, maxReason) ?? null;

/** Writes down what a store is asked for, before and after, each in a transaction of its own. */
@Injectable()
export class FulfillmentLedger {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
  ) {}

  /** How far the order is with its store; null where nothing was begun. */
  async standing(delivery: Delivery): Promise<Standing | null> {
    return this.db.as(clientScope(delivery), (em) => standingOf(em, delivery));
  }

  /** Notes that it is under way, unless it is known already how far it is. */
  async begin(delivery: Delivery): Promise<void> {
    await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, beginSql, [...tenantOf(delivery), uuidv7(), delivery.shop]),
    );
  }

  /** Says what it waits for, where it is under way. */
  async waits(delivery: Delivery, reason: string): Promise<void> {
    await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, waitSql, [...orderOf(delivery), short(reason)]),
    );
  }

  /** Notes that these parts are about to be marked as fulfilled. */
  async intend(delivery: Delivery, parts: readonly StorePart[]): Promise<void> {
    await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, intendSql, [...tenantOf(delivery), ...columnsOf(parts), delivery.notifyCustomer]),
    );
  }

  /** Notes how it ended for these parts. What was made stays made. */
  async note(delivery: Delivery, parts: readonly StorePart[], note: Note): Promise<void> {
    const { state, reason, fulfillmentId = null } = note;
    await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, noteSql, [...tenantOf(delivery), ...columnsOf(parts), state, short(reason), fulfillmentId]),
    );
  }

  /** Whether it was written down that this part is to be marked, and nothing since. */
  async isIntended(delivery: Delivery, part: StorePart): Promise<boolean> {
    const rows = await this.db.as(clientScope(delivery), (em) =>
      rowsOf(em, `${endSql} and state = 'intended'`, [...orderOf(delivery), part.id]),
    );
    return rows.length > 0;
  }

  /** What came of these parts together. */
  async outcome(delivery: Delivery, parts: readonly StorePart[]): Promise<Outcome> {
    const ids = parts.map(({ id }) => id);
    const [counts] = await this.db.as(clientScope(delivery), (em) =>
      rowsOf<{ made: number; reasons: string[] | null }>(em, countsSql, [...orderOf(delivery), ids]),
    );
    const { made = 0, reasons = null } = counts ?? {};
    if (reasons) {
      const state = made > 0 ? 'partly_fulfilled' : 'failed';
      return { state, failure: 'store_refused', reason: reasons.join(' ') };
    }
    return { state: made > 0 ? 'fulfilled' : 'already_fulfilled', failure: null, reason: null };
  }

  /** Notes how far the order is now, and tells both sides what is news. */
  async finish(
    delivery: Delivery,
    outcome: Standing & { failure: OrderFulfillmentFailure | null },
  ): Promise<void> {
    await this.db.as(clientScope(delivery), async (em) => {
      const before = await standingOf(em, delivery);
      const made = await rowsOf<{ notified: boolean }>(em, tellSql, orderOf(delivery));
      const notified = made.some((one) => one.notified);
      const reason = short(outcome.reason);
      const values = [
        ...orderOf(delivery),
        outcome.state,
        outcome.failure,
        reason,
        notified,
        made.length > 0,
      ];
      await rowsOf(em, finishSql, values);
      const isNews = before?.state !== outcome.state || before.reason !== reason;
      if (made.length > 0) await this.events.append(em, fulfilled(delivery, notified));
      if (reason !== null && isNews) await this.events.append(em, notFulfilled(delivery, reason));
    });
  }

  /** What of it failed before is no failed work any more. */
  async settle({ orderId }: Pick<Delivery, 'orderId'>): Promise<void> {
    await this.db.asSystem('jobs that failed are their organization’s, not the client’s', (em) =>
      this.jobs.settle(em, 'shopify.report', 'orderId', [orderId]),
    );
  }
}

const tenantOf = ({ organizationId, clientId, orderId }: Delivery) => [organizationId, clientId, orderId];

const orderOf = ({ organizationId, orderId }: Delivery) => [organizationId, orderId];

const columnsOf = (parts: readonly StorePart[]) => [
  parts.map(() => uuidv7()),
  parts.map(({ id }) => id),
  parts.map(({ assignedLocation }) => assignedLocation.name.slice(0, 255)),
];

async function standingOf(em: EntityManager, delivery: Delivery): Promise<Standing | null> {
  const [standing] = await rowsOf<Standing>(em, standingSql, orderOf(delivery));
  return standing ?? null;
}

const aboutStore = ({ organizationId, clientId, orderId, shop }: Delivery) => ({
  of: { organizationId, clientId, orderId },
  store: { provider: 'shopify', shop },
});

function fulfilled(delivery: Delivery, notified: boolean): NewEvent<'order.store_fulfilled'> {
  const { of, store } = aboutStore(delivery);
  return { type: 'order.store_fulfilled', ...of, data: { ...store, notified } };
}

function notFulfilled(delivery: Delivery, reason: string): NewEvent<'order.store_fulfillment_failed'> {
  const { of, store } = aboutStore(delivery);
  return { type: 'order.store_fulfillment_failed', ...of, data: { ...store, reason } };
}
