import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changedFields } from '../../common/changed-fields.js';
import { assertFresh } from '../../common/http/etag.js';
import { callingOrganization } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { EventLog } from '../events/event-log.js';
import { Organization } from './organization.entity.js';
import { toOrganization, type OrganizationDto, type UpdateOrganization } from './organizations.dto.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventLog,
  ) {}

  /** The caller's organization. */
  async getOrganization(): Promise<OrganizationDto> {
    return this.db.transaction(async (em) => toOrganization(await ownOrganization(em)));
  }

  async updateOrganization(changes: UpdateOrganization): Promise<OrganizationDto> {
    return this.db.transaction(async (em) => {
      const organization = await ownOrganization(em);
      assertFresh(organization);
      const changed = changedFields(organization, changes);
      em.assign(organization, changes);
      await em.flush();
      if (changed.length > 0) {
        await this.events.append(em, {
          type: 'organization.updated',
          organizationId: organization.id,
          clientId: null,
          audience: 'organization',
          data: { changed },
        });
      }
      return toOrganization(organization);
    });
  }
}

function ownOrganization(em: EntityManager): Promise<Organization> {
  return em.findOneOrFail(Organization, { id: callingOrganization() });
}
