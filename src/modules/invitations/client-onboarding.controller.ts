import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { Principal } from '../../auth/access/principal.js';
import { ClientOnboardingService } from './client-onboarding.service.js';
import {
  createClientBody,
  createdClientDto,
  type CreateClient,
  type CreatedClientDto,
} from './invitations.dto.js';

@ApiTags('Clients')
@Controller('v1/clients')
export class ClientOnboardingController {
  constructor(private readonly onboarding: ClientOnboardingService) {}

  @Post()
  @Endpoint({
    permission: 'clients:write',
    summary: 'Add a client, and invite it if you like',
    description:
      'With `invitation` its first user is invited in the same step: by mail to `contactEmail`, or by a link to pass on. Until that user has signed up the client is `invited` and has no Client ID.',
    returns: 'The new client, with its invitation if one was asked for.',
    response: createdClientDto,
    etag: true,
    status: 201,
  })
  createClient(
    @Body({ schema: createClientBody }) body: CreateClient,
    @Caller() caller: Principal,
  ): Promise<CreatedClientDto> {
    return this.onboarding.createClient(body, caller);
  }
}
