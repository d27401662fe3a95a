import { z } from 'zod';
import { membershipDto } from '../../auth/sessions/sessions.dto.js';
import { createdApiKeyDto } from '../api-keys/api-keys.dto.js';
import { organizationDto } from '../organizations/organizations.dto.js';

export const createdSandboxDto = z
  .object({
    organization: organizationDto.describe('The sandbox: an organization with `testMode`.'),
    membership: membershipDto.describe(
      'Your place in it: send its `id` as `membershipId` when you sign in or refresh.',
    ),
    apiKey: createdApiKeyDto.describe(
      'A key of the sandbox with every scope, shown whole by this call alone.',
    ),
  })
  .meta({ id: 'CreatedSandbox', description: 'A new sandbox, and the ways into it.' });
export type CreatedSandboxDto = z.output<typeof createdSandboxDto>;
