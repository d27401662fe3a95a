import type { EntityManager } from '@mikro-orm/postgresql';
import { problem } from '../../../../common/problems/problems.js';
import { callingOrganization } from '../../../../database/tenancy/caller-scope.js';
import { Organization } from '../../../organizations/organization.entity.js';
import type { ShopifyLibrary } from '../api/shopify-library.js';

/** Whether the caller may connect stores at all: nothing of a sandbox leaves it but to a stub. */
export async function isAvailable(em: EntityManager, library: ShopifyLibrary): Promise<boolean> {
  if (!library.isAvailable || library.isStubbed) return library.isAvailable;
  const { testMode } = await em.findOneOrFail(Organization, { id: callingOrganization() });
  return !testMode;
}

/** @throws Problem `shopify_not_configured` */
export async function assertAvailable(em: EntityManager, library: ShopifyLibrary): Promise<void> {
  if (!library.isAvailable) throw problem('shopify_not_configured');
  if (!(await isAvailable(em, library)))
    throw problem(
      'shopify_not_configured',
      'A sandbox connects to a stub of Shopify only, and this server has none. Whoever runs it sets SHOPIFY_STUB_URL.',
    );
}
