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
    description: 'The name and the support contact are what clients and recipients see.',
    returns: 'The organization.',
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
    description: 'What is absent stays as it is.',
    returns: 'The organization as it is now.',
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
