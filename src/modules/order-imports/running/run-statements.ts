import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../common/http/request-context.js';
import { clientIdOf } from '../../../database/tenancy/caller-scope.js';
import { Statement } from '../../../database/sql/statement.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { insertEvents } from '../../events/event-sql.js';
import { draftState, endOf } from '../../orders/order-status-sql.js';
import type { FoundHeader } from '../reading/read-plan.js';

/** An SQL text and the values of its placeholders. */
export type BoundSql = [text: string, values: unknown[]];

/** Builds a statement piece by piece. */
export function bound(build: (statement: Statement) => string): BoundSql {
  const statement = new Statement();
  return [build(statement), statement.values];
}

/** The state of the orders an import of this side creates, as SQL text. */
export const madeAs = (scope: TenantScope) => (scope.audience === 'client' ? draftState : endOf('submit'));

/** The import that a statement is about, and its scope. */
export interface ImportRef {
  importId: string;
  scope: TenantScope;
  actor: Actor;
  requestId: string;
}

/** A UUIDv7 made by the database, for rows whose id nobody else needs. */
const newId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

const removedRows = { from: 'removed', id: newId, clientId: 'client_id', orderId: 'id' };

const progressData = {
  importId: 'id',
  status: 'status',
  rowsTotal: 'rows_total',
  rowsProcessed: 'rows_processed',
  rowsImported: 'rows_imported',
  ordersImported: 'orders_imported',
  rowsRejected: 'rows_rejected',
  rowsSkipped: 'rows_skipped',
};

const ofTenant = 'id = $1 and organization_id = $2 and client_id is not distinct from $3';

/** Statements about one import as a whole. Each carries the tenant itself. */
export function runStatements({ importId, scope, actor, requestId }: ImportRef) {
  const tenant = [importId, scope.organizationId, clientIdOf(scope)];
  const isClient = scope.audience === 'client';
  return {
    begin: (): BoundSql => [
      `update order_imports
          set status = 'running', started_at = coalesce(started_at, now()), updated_at = now(), version = version + 1
        where ${ofTenant} and status in ('queued', 'running') returning id`,
      tenant,
    ],

    keepHeader: (header: FoundHeader): BoundSql => [
      `update order_imports
          set columns = $4::jsonb, header_row = $5, sheet = $6, other_sheets = $7, rows_total = $8, profile = $9,
              group_by = $10, day_order = $11, updated_at = now(), version = version + 1
        where ${ofTenant} and status = 'running' returning id`,
      [
        ...tenant,
        JSON.stringify(header.columns),
        header.headerRow,
        header.sheet,
        header.otherSheets,
        header.rowsTotal,
        header.profile,
        header.groupBy,
        header.dayOrder,
      ],
    ],

    /** Ends the import, unless another runner has taken it further than `checkpoint`. */
    finish: (
      checkpoint: number,
      end: { status: string; message: string; failureCode: string | null; nothingKept: boolean },
    ): BoundSql => [
      `update order_imports
          set status = $5, message = $6, failure_code = $7, finished_at = now(), updated_at = now(),
              rows_imported = case when $8 then 0 else rows_imported end,
              orders_imported = case when $8 then 0 else orders_imported end, version = version + 1
        where ${ofTenant} and status = 'running' and checkpoint_row = $4 returning id`,
      [...tenant, checkpoint, end.status, end.message, end.failureCode, end.nothingKept],
    ],

    /** Removes what the import made and nobody has taken further. Returns how many. */
    removeOrders: (): BoundSql =>
      bound((statement) => {
        const { organizationId } = scope;
        const own = isClient ? ` and o.client_id = ${statement.bind(clientIdOf(scope))}` : '';
        const event = {
          type: 'order.deleted',
          organizationId,
          audience: isClient ? 'client' : 'both',
        } as const;
        return `
          with removed as (
            delete from orders o
             where o.import_id = ${statement.bind(importId)} and o.organization_id = ${statement.bind(organizationId)}
               and o.status = ${madeAs(scope)} and o.route_id is null${own}
            returning o.id, o.client_id
          ), logged as (
            ${insertEvents(statement, { ...event, data: { importId }, actor, requestId }, removedRows)}
          )
          select count(*)::int as count from removed`;
      }),

    announce: (type: 'import.progressed' | 'import.completed'): BoundSql =>
      bound((statement) => {
        const { organizationId } = scope;
        const audience = isClient ? 'client' : 'organization';
        const event = {
          type,
          organizationId,
          audience,
          data: { sql: progressData },
          actor,
          requestId,
        } as const;
        for (const value of tenant) statement.bind(value);
        const from = `order_imports where ${ofTenant}`;
        const id = `${statement.bind(uuidv7())}::uuid`;
        return insertEvents(statement, event, { from, id, clientId: 'client_id', orderId: 'null::uuid' });
      }),
  };
}
