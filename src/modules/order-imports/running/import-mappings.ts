import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { clientIdOf } from '../../../database/tenancy/caller-scope.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { normalizeHeader, overlaid, type SheetMapping } from '../../../order-sheets/index.js';
import { ImportMapping, type TaughtHeader } from '../order-import.entity.js';

const mostRemembered = 500;

type Taught = Record<string, TaughtHeader>;

/** The column mappings that tenants last confirmed. */
@Injectable()
export class ImportMappings {
  async recall(em: EntityManager, scope: TenantScope): Promise<SheetMapping> {
    return targetsOf(await this.taught(em, scope));
  }

  /** By normalised header. */
  async taught(em: EntityManager, scope: TenantScope): Promise<Taught> {
    const remembered = await em.findOne(ImportMapping, ownedBy(scope));
    return remembered?.headers ?? {};
  }

  async remember(em: EntityManager, scope: TenantScope, said: SheetMapping): Promise<void> {
    const mapping =
      (await this.locked(em, scope)) ?? em.create(ImportMapping, { ...ownedBy(scope), headers: {} });
    const taughtAt = new Date().toISOString();
    const fresh = Object.fromEntries(
      Object.entries(said).map(([header, target]) => [normalizeHeader(header), { header, target, taughtAt }]),
    );
    const kept = Object.keys(overlaid(targetsOf(mapping.headers), said)).slice(-mostRemembered);
    mapping.headers = Object.fromEntries(kept.map((key) => [key, fresh[key] ?? mapping.headers[key]!]));
    await em.flush();
  }

  /** @returns whether the header, in any spelling, was remembered */
  async forget(em: EntityManager, scope: TenantScope, header: string): Promise<boolean> {
    const mapping = await this.locked(em, scope);
    const key = normalizeHeader(header);
    if (!mapping || !Object.hasOwn(mapping.headers, key)) return false;
    mapping.headers = Object.fromEntries(Object.entries(mapping.headers).filter(([other]) => other !== key));
    await em.flush();
    return true;
  }

  async forgetAll(em: EntityManager, scope: TenantScope): Promise<void> {
    await em.nativeDelete(ImportMapping, ownedBy(scope));
  }

  private locked(em: EntityManager, scope: TenantScope): Promise<ImportMapping | null> {
    return em.findOne(ImportMapping, ownedBy(scope), { lockMode: LockMode.PESSIMISTIC_WRITE });
  }
}

function targetsOf(taught: Taught): SheetMapping {
  return Object.fromEntries(Object.entries(taught).map(([key, { target }]) => [key, target]));
}

function ownedBy(scope: TenantScope) {
  return { organizationId: scope.organizationId, clientId: clientIdOf(scope) };
}
