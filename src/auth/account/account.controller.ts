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
    summary: 'Who you are and which teams you belong to',
    description: 'A token is for one membership; sign in with another `membershipId` to act in another team.',
    returns: 'The person, the membership of this token and all others.',
    response: meDto,
    etag: true,
  })
  getMe(@CallingUser() caller: UserPrincipal): Promise<MeDto> {
    return this.account.getMe(caller);
  }

  @Patch()
  @Endpoint({
    permission: 'account:manage',
    summary: 'Change your name',
    description: 'Your name is the same in all of your teams.',
    returns: 'The account as it is now.',
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
    summary: 'Change your password; your other sessions end',
    description: 'Needs the current password. All your other sessions end, in every team.',
    returns: 'The new password holds; this session goes on.',
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
    summary: 'List the devices on which you are signed in',
    description: 'One for each device that signed in and has not signed out since.',
    returns: 'A page of sessions, the newest first.',
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
    summary: 'Sign a device out at once',
    description: 'Its tokens are refused from now on. The session of this request may be ended too.',
    returns: 'The session has ended.',
    errors: ['not_found'],
  })
  endSession(@CallingUser() caller: UserPrincipal, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.endSession(caller, id);
  }
}
