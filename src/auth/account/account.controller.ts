import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  changePasswordBody,
  meDto,
  updateMeBody,
  type ChangePassword,
  type MeDto,
  type UpdateMe,
} from './account.dto.js';
import { AccountService } from './account.service.js';
import { CallerAddress, CallingUser } from '../access/caller.js';
import { Endpoint } from '../access/endpoint.js';
import type { UserPrincipal } from '../access/principal.js';
import { sessionPage } from '../sessions/sessions.dto.js';
import { SessionsService } from '../sessions/sessions.service.js';

@ApiTags('Auth')
@Controller('v1/me')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly sessions: SessionsService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'account:manage',
    sdkName: 'me.get',
    summary: 'Who you are and which teams you belong to',
    description:
      'Says which team this access token acts for, and every other the person may switch to with `POST /v1/auth/refresh`. API keys are no persons and cannot call this.',
    returns: 'The person who calls, with their memberships.',
    response: meDto,
    etag: true,
  })
  getMe(@CallingUser() caller: UserPrincipal): Promise<MeDto> {
    return this.account.getMe(caller);
  }

  @Patch()
  @Endpoint({
    permission: 'account:manage',
    sdkName: 'me.update',
    summary: 'Change your name',
    description: 'All of the person’s teams see the new name. The e-mail cannot be changed.',
    returns: 'The person with the new name, and their memberships.',
    response: meDto,
    etag: true,
    errors: ['stale_version'],
  })
  updateMe(
    @CallingUser() caller: UserPrincipal,
    @Body({ schema: updateMeBody }) body: UpdateMe,
  ): Promise<MeDto> {
    return this.account.updateMe(caller, body);
  }

  @Post('password')
  @Endpoint({
    permission: 'account:manage',
    sdkName: 'me.changePassword',
    summary: 'Change your password; your other sessions end',
    description:
      'Asks for the current password; another one answers `credentials_invalid` and counts as a failed sign-in. Links for a new password that were mailed before stop working.',
    returns: 'The password is changed, and only this session goes on.',
    errors: ['credentials_invalid'],
  })
  changePassword(
    @CallingUser() caller: UserPrincipal,
    @Body({ schema: changePasswordBody }) body: ChangePassword,
    @CallerAddress() address: string,
  ): Promise<void> {
    return this.account.changePassword(caller, body, address);
  }

  @Get('sessions')
  @Endpoint({
    permission: 'account:manage',
    sdkName: 'me.listSessions',
    summary: 'List the devices on which you are signed in',
    description:
      'Shows the sessions that are still open, in all of the person’s teams; `isCurrent` marks the one that asks.',
    returns: 'One page of open sessions, newest first.',
    response: sessionPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listSessions(
    @CallingUser() caller: UserPrincipal,
    @Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>,
  ) {
    return this.sessions.listSessions(caller, query);
  }

  @Delete('sessions/:id')
  @Endpoint({
    permission: 'account:manage',
    sdkName: 'me.endSession',
    summary: 'Sign a device out at once',
    description:
      'The access tokens and the refresh token of the session are refused from now on. Your own current session can be ended like this too.',
    returns: 'The session has ended.',
    errors: ['not_found'],
  })
  endSession(@CallingUser() caller: UserPrincipal, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.endSession(caller, id);
  }
}
