import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { keyScopes } from '../../auth/access/permissions.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { holdStanding } from '../../auth/access/standing.js';
import { Membership } from '../../auth/identity/membership.entity.js';
import { problem } from '../../common/problems/problems.js';
import { Database } from '../../database/database.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { Organization } from '../organizations/organization.entity.js';
import { toOrganization } from '../organizations/organizations.dto.js';
import { OrganizationOpening } from '../signup/organization-opening.service.js';
import type { CreatedSandboxDto } from './sandboxes.dto.js';

const suffix = ' (sandbox)';
const longestName = 200;

/** Makes sandboxes: organizations beside real ones, at most one beside each. */
@Injectable()
export class SandboxesService {
  constructor(
    private readonly db: Database,
    private readonly opening: OrganizationOpening,
    private readonly keys: ApiKeysService,
  ) {}

  /** @throws Problem `sandbox_exists` with the way into it, `not_in_sandbox` */
  async createSandbox(caller: UserPrincipal): Promise<CreatedSandboxDto> {
    return this.db.asSystem('the sandbox is a tenant of its own', async (em) => {
      await holdStanding(em, caller, 'sandbox:create');
      // Locked, so that of two who ask at once the second finds what the first has made.
      const real = await em.findOneOrFail(
        Organization,
        { id: caller.scope.organizationId },
        { lockMode: LockMode.PESSIMISTIC_WRITE },
      );
      if (real.testMode) throw problem('not_in_sandbox');
      const existing = await em.findOne(Organization, { sandboxOf: real.id });
      if (existing) throw await this.exists(em, existing.id, caller.userId);
      return this.make(em, real, caller.userId);
    });
  }

  private async make(em: EntityManager, real: Organization, userId: string): Promise<CreatedSandboxDto> {
    const { organization, membership } = await this.opening.open(em, userId, {
      name: real.name.slice(0, longestName - suffix.length) + suffix,
      timezone: real.timezone,
      countryCode: real.countryCode ?? null,
      requiredProof: real.requiredProof,
      testMode: true,
      sandboxOf: real.id,
    });
    const { id, name } = organization;
    const apiKey = await this.keys.add(em, {
      organizationId: id,
      clientId: null,
      name: 'Sandbox',
      scopes: keyScopes('organization'),
      createdBy: userId,
    });
    return {
      organization: toOrganization(organization),
      membership: {
        id: membership.id,
        side: 'organization',
        role: membership.role,
        organization: { id, name, testMode: true },
        client: null,
      },
      apiKey,
    };
  }

  private async exists(em: EntityManager, organizationId: string, userId: string) {
    const place = await em.findOne(Membership, { organizationId, clientId: null, user: userId });
    return problem(
      'sandbox_exists',
      place
        ? `Refresh or sign in with "membershipId": "${place.id}", and make keys there.`
        : 'Its owner is another person: let them invite you, or hand it over to you.',
    );
  }
}
