import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  advanceClockBody,
  sandboxClockDto,
  type AdvanceClock,
  type SandboxClockDto,
} from './clock/sandbox-clock.dto.js';
import { SandboxClockService } from './clock/sandbox-clock.service.js';
import { drivenRouteDto, driveRouteBody, type DrivenRouteDto, type DriveRoute } from './driving/drive.dto.js';
import { DrivesService } from './driving/drives.service.js';
import { sandboxMailPage } from './outbox.dto.js';
import { OutboxService } from './outbox.service.js';

@ApiTags('Sandbox')
@Controller('v1/sandbox')
export class SandboxController {
  constructor(
    private readonly outbox: OutboxService,
    private readonly drives: DrivesService,
    private readonly clock: SandboxClockService,
  ) {}

  @Get('outbox')
  @Endpoint({
    permission: 'sandbox:manage',
    summary: 'List the mails of your sandbox',
    description:
      'What the sandbox would have mailed, its clients’ invitations too; kept for 30 days. Passwords are reset by mail to the person, not from here, and nobody is told that their e-mail was used by somebody else.',
    returns: 'One page of mails, newest first.',
    response: sandboxMailPage,
    errors: ['cursor_invalid', 'cursor_mismatch', 'sandbox_only'],
  })
  listSandboxMails(@Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>) {
    return this.outbox.listMails(query);
  }

  @Post('routes/:id/drive')
  @Endpoint({
    permission: 'sandbox:manage',
    sdkName: 'driveRoute',
    summary: 'Let a route of your sandbox be driven to its end',
    description:
      'Starts it if it has not started, visits its stops in order, and completes it, as a driver would by the API: with events, ETAs, proof and webhooks. One that is being driven is `route_being_driven`. Whoever records attempts of it meanwhile drives along.',
    returns: 'The route is on its way; `GET /v1/routes/{id}` shows how far it is.',
    response: drivenRouteDto,
    status: 202,
    errors: ['not_found', 'sandbox_only', 'route_empty', 'route_completed', 'route_being_driven'],
  })
  driveSandboxRoute(
    @Param('id', IdPipe) id: string,
    @Body({ schema: driveRouteBody }) body: DriveRoute,
  ): Promise<DrivenRouteDto> {
    return this.drives.driveRoute(id, body);
  }

  @Post('clock/advance')
  @Endpoint({
    permission: 'sandbox:manage',
    sdkName: 'advanceClock',
    summary: 'Move the clock of your sandbox ahead',
    description:
      'All that the sandbox remembers moves back by so many seconds: ETAs pass, invitations expire, webhooks and other work are tried again at once. Requested days move when the moves make a whole day together. Signed links, tokens of people and the proof of past deliveries keep their times. What is kept for a while is forgotten accordingly.',
    returns: 'How far the clock was moved in all, and what became due.',
    response: sandboxClockDto,
    errors: ['sandbox_only'],
  })
  advanceSandboxClock(
    @Body({ schema: advanceClockBody }) { seconds }: AdvanceClock,
  ): Promise<SandboxClockDto> {
    return this.clock.advance(seconds);
  }
}
