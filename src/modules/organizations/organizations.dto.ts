import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { email, optionalText, nameText, timezone, timestamp, uuid } from '../../common/schemas.js';
import type { Organization } from './organization.entity.js';

export const organizationDto = z
  .object({
    id: uuid,
    name: z.string(),
    timezone: z.string(),
    supportEmail: z.string().nullable(),
    supportPhone: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Organization' });
export type OrganizationDto = z.output<typeof organizationDto>;

export const updateOrganizationBody = z
  .strictObject({
    name: nameText(200).optional().meta({ example: 'Swift Wheels' }),
    timezone: timezone.optional().meta({ description: 'For depots that name none.' }),
    supportEmail: email.nullable().optional().meta({ example: 'help@example.org' }),
    supportPhone: optionalText(50).optional().meta({ example: '+1 212 555 0100' }),
  })
  .meta({ id: 'UpdateOrganization' });
export type UpdateOrganization = z.output<typeof updateOrganizationBody>;

export function toOrganization(organization: Organization): OrganizationDto {
  return withVersion(
    {
      id: organization.id,
      name: organization.name,
      timezone: organization.timezone,
      supportEmail: organization.supportEmail ?? null,
      supportPhone: organization.supportPhone ?? null,
      createdAt: organization.createdAt.toISOString(),
    },
    organization.version,
  );
}
