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
    description: 'Secrets are shown once, when a key is made.',
    returns: 'A page of keys, without their secrets.',
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
    returns: 'The new key with its secret, which no other answer shows.',
    description: 'Send it as `Authorization: Bearer`, or as the user name of Basic: `curl -u KEY:`.',
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
    description: 'It cannot be taken back: make a new key instead.',
    returns: 'The key is refused from now on.',
    errors: ['not_found'],
  })
  revokeApiKey(@Param('id', IdPipe) id: string): Promise<void> {
    return this.keys.revokeApiKey(id);
  }
}
