import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../common/request-context.js';
import type { TenantScope } from '../../../database/tenancy.js';
import type { FoundHeader } from '../reading/read-plan.js';

export type Statement = [text: string, values: unknown[]];

/** Which import a statement is about, and for whom. */
export interface ImportRef {
  importId: string;
  scope: TenantScope;
  actor: Actor;
  requestId: string;
}

/** A UUIDv7 made by the database, for rows that only it knows. */
const newId = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

const eventColumns =
  'id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at';

const ofTenant = 'id = $1 and organization_id = $2 and client_id is not distinct from $3';

export const clientIdOf = (scope: TenantScope) => (scope.audience === 'client' ? scope.clientId : null);

/** Whose work it is, for taking turns. */
export const tenantOf = (scope: TenantScope) => clientIdOf(scope) ?? scope.organizationId;

/** Statements about one import as a whole. Each carries the tenant itself. */
export function runStatements({ importId, scope, actor, requestId }: ImportRef) {
  const tenant = [importId, scope.organizationId, clientIdOf(scope)];
  const isClient = scope.audience === 'client';
  return {
    begin: (): Statement => [
      `update order_imports
          set status = 'running', started_at = coalesce(started_at, now()), updated_at = now(), version = version + 1
        where ${ofTenant} and status in ('queued', 'running') returning id`,
      tenant,
    ],

    keepHeader: (header: FoundHeader): Statement => [
      `update order_imports
          set columns = $4::jsonb, header_row = $5, sheet = $6, other_sheets = $7, rows_total = $8,
              updated_at = now(), version = version + 1
        where ${ofTenant} and status = 'running' returning id`,
      [
        ...tenant,
        JSON.stringify(header.columns),
        header.headerRow,
        header.sheet,
        header.otherSheets,
        header.rowsTotal,
      ],
    ],

    /** Ends the import, unless another runner has taken it further than `checkpoint`. */
    finish: (
      checkpoint: number,
      end: { status: string; message: string; failureCode: string | null; nothingKept: boolean },
    ): Statement => [
      `update order_imports
          set status = $5, message = $6, failure_code = $7, finished_at = now(), updated_at = now(),
              rows_imported = case when $8 then 0 else rows_imported end, version = version + 1
        where ${ofTenant} and status = 'running' and checkpoint_row = $4 returning id`,
      [...tenant, checkpoint, end.status, end.message, end.failureCode, end.nothingKept],
    ],

    /** Removes what the import made and nobody has taken further. Answers how many. */
    removeOrders: (): Statement => [
      `with removed as (
         delete from orders o
          where o.import_id = $1 and o.organization_id = $2 and o.status = $4::text and o.route_id is null
            and ($3::uuid is null or o.client_id = $3)
         returning o.id, o.client_id
       ), logged as (
         insert into events (${eventColumns})
         select ${newId}, $2, client_id, $5, 'order.deleted', id, $6::jsonb, $7::jsonb, $8, now() from removed
       )
       select count(*)::int as count from removed`,
      [
        ...tenant,
        isClient ? 'draft' : 'submitted',
        isClient ? 'client' : 'both',
        JSON.stringify({ importId }),
        JSON.stringify(actor),
        requestId,
      ],
    ],

    announce: (type: 'import.progressed' | 'import.completed'): Statement => [
      `insert into events (${eventColumns})
       select $4, $2, $3, $5, $6, null,
              jsonb_build_object('importId', id, 'status', status, 'rowsTotal', rows_total,
                'rowsProcessed', rows_processed, 'rowsImported', rows_imported, 'rowsRejected', rows_rejected,
                'rowsSkipped', rows_skipped),
              $7::jsonb, $8, now()
         from order_imports where ${ofTenant}`,
      [...tenant, uuidv7(), isClient ? 'client' : 'organization', type, JSON.stringify(actor), requestId],
    ],
  };
}
