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
    returns: 'A page of invitations.',
    description:
      'An organization sees those to its clients and its own team; a client sees those to its own team.',
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
    returns: 'The new invitation; a link’s `url` is in this answer alone.',
    description: 'Inviting to an organization’s own team needs `team:write`.',
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
      'Shows the page before somebody accepts, and uses nothing up. Used, expired, revoked and unknown tokens answer alike.',
    returns: 'Who invites, to what, and as what.',
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
    returns: 'The session of the person who joined.',
    description:
      'Somebody who has an account joins with its password and keeps its name; everybody else chooses one of 15 characters or more. ' +
      'An invitation sent by e-mail is for that e-mail alone. A link does not tell which e-mails have accounts: whoever uses one with an e-mail that somebody else has, and another password, joins as a person apart, and its owner is told by mail.',
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
    returns: 'The invitation with its new expiry; a link’s new `url` is in this answer alone.',
    description: 'With a new link and a new expiry; the link before ends.',
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
    description: 'Its link and mail answer `invitation_invalid` from now on.',
    returns: 'The invitation can no longer be used.',
    errors: ['not_found', 'invitation_not_pending'],
  })
  revokeInvitation(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.invitations.revokeInvitation(id, caller);
  }
}
