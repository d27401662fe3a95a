import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { clientIdOf } from '../../../database/tenancy/caller-scope.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { normalizeHeader, type HeaderMapping } from '../../../spreadsheets/index.js';
import { ImportMapping } from '../order-import.entity.js';

const mostRemembered = 500;

/** The column mappings that tenants last confirmed. */
@Injectable()
export class ImportMappings {
  /** The remembered mapping, overridden by the current one. */
  async recall(em: EntityManager, scope: TenantScope, said: HeaderMapping): Promise<HeaderMapping> {
    const remembered = await em.findOne(ImportMapping, ownedBy(scope));
    return overlaid(remembered?.fields ?? {}, said);
  }

  async remember(em: EntityManager, scope: TenantScope, said: HeaderMapping): Promise<void> {
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

/** The current mapping wins, also where another header had the same field before. */
function overlaid(remembered: HeaderMapping, said: HeaderMapping): Record<string, string | null> {
  const spoken = Object.entries(said).map(([header, field]) => [normalizeHeader(header), field] as const);
  const claimed = new Set(spoken.map(([, field]) => field).filter((field) => field !== null));
  const headers = new Set(spoken.map(([header]) => header));
  const kept = Object.entries(remembered).filter(
    ([header, field]) => !headers.has(header) && (field === null || !claimed.has(field)),
  );
  return Object.fromEntries([...kept, ...spoken]);
}
