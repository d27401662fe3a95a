import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientScope } from '../../../common/scope.js';
import type { Actor } from '../../../common/http/request-context.js';
import { CONFIG, type Config } from '../../../config.js';
import { BulkSql } from '../../../database/sql/bulk-sql.js';
import { Database } from '../../../database/database.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { Client } from '../../clients/client.entity.js';
import { Depot } from '../../depots/depot.entity.js';
import { countryOf } from '../../depots/depots.service.js';
import { ImportMappings } from './import-mappings.js';
import { OrderImport } from '../order-import.entity.js';
import type { NamedClient, ReadPlan } from '../reading/read-plan.js';
import { fixedOrders } from './fix-queries.js';
import { runStatements, type ImportRef } from './run-statements.js';

/** Limits of the reader for one file. */
export function importLimits(config: Config): ReadPlan['limits'] {
  return {
    maxBytes: config.IMPORT_MAX_BYTES,
    maxRows: config.IMPORT_MAX_ROWS,
    maxColumns: config.IMPORT_MAX_COLUMNS,
    maxCellLength: config.IMPORT_MAX_CELL_LENGTH,
  };
}

/** A tenant's part of a read plan, independent of the file. */
type TenantPlan = Omit<ReadPlan, 'path' | 'fileName' | 'mapping' | 'asked' | 'duplicates' | 'resumeAfter'>;

export interface PlannedImport {
  ref: ImportRef;
  imported: OrderImport;
  plan: Omit<ReadPlan, 'path'>;
}

/** Collects what reading a file needs to know of its tenant. */
@Injectable()
export class ImportPlans {
  constructor(
    private readonly db: Database,
    private readonly bulk: BulkSql,
    private readonly mappings: ImportMappings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Marks an import as running and plans the rest of it; null when nothing is left to do. */
  async begin(importId: string, requestId: string): Promise<PlannedImport | null> {
    const owner = await this.db.asSystem('a job does not know yet which tenant it works for', (em) =>
      em.findOne(OrderImport, { id: importId }, { fields: ['organizationId', 'clientId', 'createdBy'] }),
    );
    if (!owner) return null;
    const scope = scopeOf(owner);
    const ref: ImportRef = { importId, scope, requestId, actor: owner.createdBy as unknown as Actor };
    const begun = await this.bulk.transaction(scope, (sql) => sql.query(...runStatements(ref).begin()));
    if (begun.length === 0) return null;
    return this.db.as(scope, async (em) => {
      const imported = await em.findOneOrFail(OrderImport, { id: importId });
      const tenant = await this.tenantPlan(em, scope);
      const { columns, headerRow = null, sheet = null, profile = null, groupBy = null } = imported;
      const { dayOrder = null, fixesOf } = imported;
      const layout = { sheet, profile, groupBy };
      return {
        ref,
        imported,
        plan: {
          ...tenant,
          fileName: imported.fileName,
          mapping: imported.mapping ?? {},
          asked: { ...layout, headerRow },
          duplicates: imported.duplicates,
          resumeAfter: imported.checkpointRow,
          ...(columns && headerRow !== null && { known: { ...layout, columns, headerRow, dayOrder } }),
          ...(fixesOf && { fixed: await fixedOrders(em, imported) }),
        },
      };
    });
  }

  /** Runs in the tenant's own transaction. */
  async tenantPlan(em: EntityManager, scope: TenantScope): Promise<TenantPlan> {
    const taught = await this.mappings.recall(em, scope);
    const limits = importLimits(this.config);
    if (scope.audience === 'client') {
      const client = await em.findOneOrFail(Client, { id: scope.clientId });
      const depot = await em.findOneOrFail(Depot, { id: client.defaultDepotId });
      return {
        limits,
        taught,
        audience: 'client',
        requiredFields: client.requiredFields,
        countryCode: await countryOf(em, depot),
        clientId: client.id,
        depotId: depot.id,
        clients: {},
      };
    }
    const depot = await em.findOneOrFail(Depot, { isMain: true });
    const clients = await em.find(
      Client,
      { clientCode: { $ne: null } },
      { fields: ['clientCode', 'defaultDepotId', 'status'] },
    );
    return {
      limits,
      taught,
      audience: 'dispatcher',
      requiredFields: [],
      countryCode: await countryOf(em, depot),
      clientId: null,
      depotId: depot.id,
      clients: Object.fromEntries(
        clients.map(({ id, clientCode, defaultDepotId, status }): [string, NamedClient] => [
          clientCode!,
          { id, depotId: defaultDepotId, archived: status === 'archived' },
        ]),
      ),
    };
  }
}

function scopeOf({
  organizationId,
  clientId,
}: Pick<OrderImport, 'organizationId' | 'clientId'>): TenantScope {
  return clientId == null
    ? { audience: 'organization', organizationId }
    : clientScope({ organizationId, clientId });
}
