import { z } from 'zod';
import type { ApiKey } from './api-key.entity.js';
import { permissionNames, permissions, type Permission } from '../../auth/access/permissions.js';
import { described } from '../../common/schemas/described.js';
import { pageOf, nameText, timestamp, uuid } from '../../common/schemas/schemas.js';

/** What keys may do; members see in `permissions` who else may. */
const scopeMeanings = {
  'organization:read': 'See the organization.',
  'organization:write': 'Change the organization.',
  'depots:read': 'See depots.',
  'depots:write': 'Make, change and delete depots.',
  'clients:read': 'See clients, their members and what their orders must carry.',
  'clients:write': 'Make, change, archive and restore clients.',
  'invitations:read': 'See invitations.',
  'invitations:write': 'Make, send again and take back invitations.',
  'team:read': 'See the members of the team.',
  'team:write': 'Change the roles of members and remove members.',
  'fields:read': 'See the fields that orders have.',
  'required-fields:read': 'See what the client’s orders must carry.',
  'orders:read': 'See orders and imports of the client.',
  'orders:write': 'Make, import, change, submit, withdraw and delete orders of the client.',
  'integrations:read': 'See the client’s stores and their orders.',
  'stops:read': 'See stops and their imports.',
  'stops:write': 'Make, import, change, return and delete stops, and record attempts.',
  'import-mapping:read': 'See what spreadsheets were taught.',
  'import-mapping:write': 'Forget what spreadsheets were taught.',
  'routes:read': 'See routes.',
  'routes:write': 'Make, plan, start, complete and delete routes.',
  'drivers:read': 'See drivers.',
  'drivers:write': 'Add, change and delete drivers.',
  'jobs:manage': 'See work that was given up, and have it tried again.',
  'sandbox:manage': 'In a sandbox: read its mails, drive its routes, move its clock.',
  'events:read': 'Be told what happens, of what its other scopes let it see.',
} satisfies Record<Scope, string>;

type Scope = {
  [Name in Permission]: (typeof permissions)[Name]['key'] extends true ? Name : never;
}[Permission];
const scopeNames = permissionNames.filter((name): name is Scope => permissions[name].key);
const scope = described('What a key may do, of what its team may do:', scopeMeanings, {
  values: scopeNames,
}).meta({ id: 'Scope', example: 'fields:read' });

const apiKeyDto = z
  .object({
    id: uuid.describe('Id of the key.'),
    name: z.string().meta({ description: 'What the key is for.', example: 'Warehouse sync' }),
    prefix: z
      .string()
      .meta({ description: 'How the key begins, to tell keys apart.', example: 'wb_live_9fQx' }),
    scopes: z.array(z.string()).meta({
      description:
        'What the key may do, of what its team may do: names of scopes, to which more may be added.',
      example: ['fields:read'],
    }),
    createdAt: timestamp.describe('When it was made.'),
    lastUsedAt: timestamp
      .nullable()
      .describe('When it was last used, to the minute; null before its first use.'),
  })
  .meta({ id: 'ApiKey', description: 'A key with which a program calls the API.' });
export type ApiKeyDto = z.output<typeof apiKeyDto>;

export const createdApiKeyDto = apiKeyDto
  .extend({
    key: z.string().meta({ description: 'The secret itself, shown by this call alone.' }),
  })
  .meta({ id: 'CreatedApiKey', description: 'The new key, with its secret.' });
export type CreatedApiKeyDto = z.output<typeof createdApiKeyDto>;

export const apiKeyPage = pageOf(apiKeyDto, 'ApiKeyPage', 'API keys');

export const createApiKeyBody = z
  .strictObject({
    name: nameText(100).meta({
      description: 'What the key is for, up to 100 characters.',
      example: 'Warehouse sync',
    }),
    scopes: z
      .array(scope)
      .min(1, 'name at least one')
      .max(scopeNames.length)
      .transform((names) => [...new Set(names)])
      .meta({
        description: 'What the key may do, of what its team may do; see `x-permission` of each operation.',
        example: ['fields:read'],
      }),
  })
  .meta({ id: 'CreateApiKey', description: 'A new API key.' });
export type CreateApiKey = z.output<typeof createApiKeyBody>;

export function toApiKey(key: ApiKey): ApiKeyDto {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
