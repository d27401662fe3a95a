import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, CallerAddress, UserAgent } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { Principal } from '../../auth/access/principal.js';
import { sessionDto, type SessionDto } from '../../auth/sessions/sessions.dto.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { AcceptanceService } from './acceptance.service.js';
import {
  acceptBody,
  createInvitationBody,
  invitationDto,
  invitationOfferDto,
  invitationPage,
  invitationQuery,
  lookupBody,
  type Accept,
  type CreateInvitation,
  type InvitationDto,
  type InvitationOfferDto,
  type InvitationQuery,
  type Lookup,
} from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

@ApiTags('Invitations')
@Controller('v1/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly acceptance: AcceptanceService,
  ) {}

  @Get()
  @Endpoint({
    permission: 'invitations:read',
    summary: 'List invitations',
    description:
      'An organization sees those to its clients and its own team; a client sees those to its own team. Links are not shown again: resend an invitation to get a new one.',
    returns: 'One page of invitations, newest first.',
    response: invitationPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listInvitations(@Query({ schema: invitationQuery }) query: InvitationQuery) {
    return this.invitations.listInvitations(query);
  }

  @Post()
  @Endpoint({
    permission: 'invitations:write',
    summary: 'Invite a client, or a member of the own team',
    description:
      'By `email` the link is mailed; as a `link` it comes in `url`, this once, for the caller to pass on. An invitation works once, by default for seven days; the first user of a client becomes its owner. Only owners and admins may invite to their own team (`permission_denied`).',
    returns: 'The new invitation; with `url` if it is a link.',
    response: invitationDto,
    status: 201,
    errors: ['not_found', 'already_member', 'client_already_active', 'client_archived'],
  })
  createInvitation(
    @Body({ schema: createInvitationBody }) body: CreateInvitation,
    @Caller() caller: Principal,
  ): Promise<InvitationDto> {
    return this.invitations.createInvitation(body, caller);
  }

  @Post('lookup')
  @Endpoint({
    permission: 'public',
    summary: 'See who invites whom',
    description:
      'For the page that a guest sees before accepting; looking uses nothing up. Used, expired, revoked and unknown tokens all answer `invitation_invalid`.',
    returns: 'Who invites, to which team and role, and until when.',
    response: invitationOfferDto,
    errors: ['invitation_invalid'],
  })
  lookupInvitation(@Body({ schema: lookupBody }) body: Lookup): Promise<InvitationOfferDto> {
    return this.acceptance.lookupInvitation(body.token);
  }

  @Post('accept')
  @Endpoint({
    permission: 'public',
    summary: 'Accept an invitation and sign in',
    description:
      'Somebody who has an account joins with its password and keeps its name; everybody else chooses one of 15 characters or more. An invitation sent by e-mail is for that e-mail alone. A link does not tell which e-mails have accounts: whoever uses one with an e-mail that somebody else has, and another password, joins as a person apart, and its owner is told by mail.',
    returns: 'A session in the team that was joined.',
    response: sessionDto,
    status: 201,
    errors: ['invitation_invalid', 'credentials_invalid', 'already_member'],
  })
  acceptInvitation(
    @Body({ schema: acceptBody }) body: Accept,
    @CallerAddress() address: string,
    @UserAgent() userAgent?: string,
  ): Promise<SessionDto> {
    return this.acceptance.acceptInvitation(body, { address, userAgent });
  }

  @Post(':id/resend')
  @Endpoint({
    permission: 'invitations:write',
    summary: 'Send an invitation again',
    description:
      'Goes out the way it went before, with a new link and a new expiry; the earlier link ends. One that was accepted or revoked answers `invitation_not_pending`.',
    returns: 'The invitation with its new expiry; with a new `url` if it is a link.',
    response: invitationDto,
    errors: ['not_found', 'invitation_not_pending', 'client_already_active', 'client_archived'],
  })
  resendInvitation(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<InvitationDto> {
    return this.invitations.resendInvitation(id, caller);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'invitations:write',
    summary: 'Revoke an invitation',
    description:
      'Its link ends at once. One that was accepted or revoked answers `invitation_not_pending`: remove the member instead.',
    returns: 'The invitation is revoked.',
    errors: ['not_found', 'invitation_not_pending'],
  })
  revokeInvitation(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.invitations.revokeInvitation(id, caller);
  }
}
