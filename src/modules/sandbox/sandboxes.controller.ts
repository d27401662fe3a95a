import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallingUser } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { createdSandboxDto, type CreatedSandboxDto } from './sandboxes.dto.js';
import { SandboxesService } from './sandboxes.service.js';

@ApiTags('Sandbox')
@Controller('v1/organization/sandbox')
export class SandboxesController {
  constructor(private readonly sandboxes: SandboxesService) {}

  @Post()
  @Endpoint({
    permission: 'sandbox:create',
    summary: 'Make a sandbox beside your organization',
    description:
      'An organization of its own, empty, with you as its owner; `testMode` marks it wherever it is shown, and all its keys begin with `wb_test_`. Its mails are kept for `GET /v1/sandbox/outbox` and never sent; webhooks are. There is one beside an organization: a second call answers `sandbox_exists` and says how to get in.',
    returns:
      'The sandbox, your membership in it, and a key. Store the key now: no other call shows it whole, only this one again under its `Idempotency-Key`, for 24 hours.',
    response: createdSandboxDto,
    status: 201,
    errors: ['sandbox_exists', 'not_in_sandbox'],
  })
  createSandbox(@CallingUser() caller: UserPrincipal): Promise<CreatedSandboxDto> {
    return this.sandboxes.createSandbox(caller);
  }
}
