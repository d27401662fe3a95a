import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import {
  organizationDto,
  updateOrganizationBody,
  type OrganizationDto,
  type UpdateOrganization,
} from './organizations.dto.js';
import { OrganizationsService } from './organizations.service.js';

@ApiTags('Organization')
@Controller('v1/organization')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Endpoint({
    permission: 'organization:read',
    summary: 'Get your organization',
    description:
      'Clients and recipients see its name, and recipients its support contact too. Clients cannot call this.',
    returns: 'The organization that the caller belongs to.',
    response: organizationDto,
    etag: true,
  })
  getOrganization(): Promise<OrganizationDto> {
    return this.organizations.getOrganization();
  }

  @Patch()
  @Endpoint({
    permission: 'organization:write',
    summary: 'Change your organization',
    description:
      'The time zone is what new depots get unless they name their own; existing depots keep theirs. Recipients see the support contact at once.',
    returns: 'The organization with its new version.',
    response: organizationDto,
    etag: true,
    errors: ['stale_version'],
  })
  updateOrganization(
    @Body({ schema: updateOrganizationBody }) body: UpdateOrganization,
  ): Promise<OrganizationDto> {
    return this.organizations.updateOrganization(body);
  }
}
