import { z } from 'zod';
import type { ApiKey } from './api-key.entity.js';
import { permissionNames, permissions } from '../../auth/access/permissions.js';
import { pageOf, nameText, timestamp, uuid } from '../../common/schemas.js';

const scopeNames = permissionNames.filter((name) => permissions[name].key);
const scope = z.enum(scopeNames).meta({ id: 'Scope', example: 'fields:read' });

const apiKeyDto = z
  .object({
    id: uuid,
    name: z.string(),
    prefix: z
      .string()
      .meta({ description: 'How the key begins, to tell keys apart.', example: 'wb_live_9fQx' }),
    scopes: z.array(z.string()),
    createdAt: timestamp,
    lastUsedAt: timestamp.nullable().meta({ description: 'To the minute.' }),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyDto = z.output<typeof apiKeyDto>;

export const createdApiKeyDto = apiKeyDto
  .extend({
    key: z.string().meta({ description: 'The secret itself: shown here once and never again.' }),
  })
  .meta({ id: 'CreatedApiKey' });
export type CreatedApiKeyDto = z.output<typeof createdApiKeyDto>;

export const apiKeyPage = pageOf(apiKeyDto, 'ApiKeyPage');

export const createApiKeyBody = z
  .strictObject({
    name: nameText(100).meta({ example: 'Warehouse sync' }),
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
  .meta({ id: 'CreateApiKey' });
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
