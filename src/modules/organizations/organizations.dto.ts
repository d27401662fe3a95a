import { z } from 'zod';
import { withVersion } from '../../common/http/etag.js';
import {
  countryCode,
  email,
  optionalText,
  nameText,
  storedEmail,
  timezone,
  timestamp,
  uuid,
} from '../../common/schemas/schemas.js';
import { aboutTestMode } from '../../auth/sessions/sessions.dto.js';
import type { Organization } from './organization.entity.js';
import { requiredProof } from './required-proof.dto.js';

const aboutCountry =
  'ISO 3166-1 code of the country of depots that name none, in which phone numbers without a country code are read';

export const organizationDto = z
  .object({
    id: uuid.describe('Id of the organization.'),
    name: z.string().describe('Name of the delivery company, as its clients and recipients see it.'),
    timezone: z
      .string()
      .meta({ description: 'IANA time zone that new depots get.', example: 'America/New_York' }),
    countryCode: z
      .string()
      .nullable()
      .meta({ description: `${aboutCountry}; null if not told.`, example: 'US' }),
    supportEmail: storedEmail.nullable().describe('Where recipients can write to; null if not told.'),
    supportPhone: z.string().nullable().describe('Where recipients can call; null if not told.'),
    requiredProof: requiredProof.describe(
      'What every attempt that ends in `delivered_…` must leave behind, unless its client says otherwise.',
    ),
    testMode: z.boolean().describe(aboutTestMode),
    advancedSeconds: z.int().meta({
      description: 'How many seconds the clock of a sandbox has been moved ahead in all; 0 elsewhere.',
      example: 0,
    }),
    createdAt: timestamp.describe('When the organization signed up.'),
  })
  .meta({ id: 'Organization', description: 'The delivery company.' });
export type OrganizationDto = z.output<typeof organizationDto>;

export const updateOrganizationBody = z
  .strictObject({
    name: nameText(200)
      .optional()
      .meta({ description: 'Name of the delivery company, up to 200 characters.', example: 'Swift Wheels' }),
    timezone: timezone.optional().meta({ description: 'IANA time zone for new depots that name none.' }),
    countryCode: countryCode
      .nullable()
      .optional()
      .meta({ description: `${aboutCountry}; null for none.` }),
    supportEmail: email
      .nullable()
      .optional()
      .meta({ description: 'Where recipients can write to; null for none.', example: 'help@example.org' }),
    supportPhone: optionalText(50).optional().meta({
      description: 'Where recipients can call, up to 50 characters; null for none.',
      example: '+1 212 555 0100',
    }),
    requiredProof: requiredProof.optional().meta({
      description:
        'What every attempt that ends in `delivered_…` must leave behind, unless its client says otherwise; none in an empty list.',
    }),
  })
  .meta({
    id: 'UpdateOrganization',
    description: 'Changes to the organization. What it leaves out stays.',
  });
export type UpdateOrganization = z.output<typeof updateOrganizationBody>;

export function toOrganization(organization: Organization): OrganizationDto {
  return withVersion(
    {
      id: organization.id,
      name: organization.name,
      timezone: organization.timezone,
      countryCode: organization.countryCode ?? null,
      supportEmail: organization.supportEmail ?? null,
      supportPhone: organization.supportPhone ?? null,
      requiredProof: organization.requiredProof,
      testMode: organization.testMode,
      advancedSeconds: organization.advancedSeconds,
      createdAt: organization.createdAt.toISOString(),
    },
    organization.version,
  );
}
