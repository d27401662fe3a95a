import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CallingUser } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  apiKeyPage,
  createApiKeyBody,
  createdApiKeyDto,
  type CreateApiKey,
  type CreatedApiKeyDto,
} from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Endpoint({
    permission: 'api-keys:manage',
    summary: 'List the keys of your team',
    description: 'Shows how each key begins, never the whole key. Revoked keys are left out.',
    returns: 'One page of keys, newest first.',
    response: apiKeyPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listApiKeys(@Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>) {
    return this.keys.listApiKeys(query);
  }

  @Post()
  @Endpoint({
    permission: 'api-keys:manage',
    summary: 'Make a key for a program',
    description:
      'Send it as `Authorization: Bearer`, or as the user name of Basic: `curl -u KEY:`. It can do what its scopes say, for this team alone. It lasts until it is revoked, or until its maker leaves the team or may no longer make keys.',
    returns:
      'The new key. Store it now: no other call shows it whole, only this one again under its `Idempotency-Key`, for 24 hours.',
    response: createdApiKeyDto,
    status: 201,
  })
  createApiKey(
    @CallingUser() caller: UserPrincipal,
    @Body({ schema: createApiKeyBody }) body: CreateApiKey,
  ): Promise<CreatedApiKeyDto> {
    return this.keys.createApiKey(caller, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'api-keys:manage',
    summary: 'Revoke a key at once',
    description:
      'Requests with it answer 401 from now on, and it cannot be brought back. Open invitations that it made stay.',
    returns: 'The key is revoked.',
    errors: ['not_found'],
  })
  revokeApiKey(@Param('id', IdPipe) id: string): Promise<void> {
    return this.keys.revokeApiKey(id);
  }
}
