import type { EntityManager } from '@mikro-orm/postgresql';
import { problem } from '../../common/problems/problems.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Organization } from '../organizations/organization.entity.js';

/** @throws Problem `sandbox_only` in a real organization */
export async function assertSandbox(em: EntityManager): Promise<void> {
  const { testMode } = await em.findOneOrFail(Organization, { id: callingOrganization() });
  if (!testMode) throw problem('sandbox_only');
}
