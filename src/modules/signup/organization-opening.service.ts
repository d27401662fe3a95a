import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Membership } from '../../auth/identity/membership.entity.js';
import { Depot } from '../depots/depot.entity.js';
import { EventLog } from '../events/event-log.js';
import { Organization } from '../organizations/organization.entity.js';

type NewOrganization = Pick<Organization, 'name' | 'timezone'> &
  Partial<Pick<Organization, 'requiredProof' | 'testMode' | 'sandboxOf'>> & { countryCode: string | null };

/** Opens organizations: each with its owner and its main depot. */
@Injectable()
export class OrganizationOpening {
  constructor(private readonly events: EventLog) {}

  /** In the transaction of `em`, which must run in the system scope: the tenant does not exist yet. */
  async open(em: EntityManager, ownerId: string, known: NewOrganization) {
    const organization = em.create(Organization, known);
    await em.flush();
    const membership = em.create(Membership, {
      user: ownerId,
      organizationId: organization.id,
      role: 'owner',
    });
    em.create(Depot, {
      organizationId: organization.id,
      name: 'Main depot',
      timezone: organization.timezone,
      countryCode: organization.countryCode,
      isMain: true,
    });
    await em.flush();
    await this.events.append(em, {
      type: 'organization.created',
      organizationId: organization.id,
      clientId: null,
      audience: 'organization',
      data: {},
    });
    return { membership, organization };
  }
}
