import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { clientIdOf } from '../../../database/tenancy/caller-scope.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { overlaid, type SheetMapping } from '../../../order-sheets/index.js';
import { ImportMapping } from '../order-import.entity.js';

const mostRemembered = 500;

/** The column mappings that tenants last confirmed. */
@Injectable()
export class ImportMappings {
  async recall(em: EntityManager, scope: TenantScope): Promise<SheetMapping> {
    const remembered = await em.findOne(ImportMapping, ownedBy(scope));
    return remembered?.fields ?? {};
  }

  async remember(em: EntityManager, scope: TenantScope, said: SheetMapping): Promise<void> {
    const mapping =
      (await em.findOne(ImportMapping, ownedBy(scope), { lockMode: LockMode.PESSIMISTIC_WRITE })) ??
      em.create(ImportMapping, { ...ownedBy(scope), fields: {} });
    mapping.fields = Object.fromEntries(
      Object.entries(overlaid(mapping.fields, said)).slice(-mostRemembered),
    );
    await em.flush();
  }
}

function ownedBy(scope: TenantScope) {
  return { organizationId: scope.organizationId, clientId: clientIdOf(scope) };
}
