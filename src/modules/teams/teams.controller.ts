import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Caller, CallingUser } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { Principal, UserPrincipal } from '../../auth/access/principal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  memberDto,
  teamMemberPage,
  transferOwnershipBody,
  updateMemberBody,
  type MemberDto,
  type TransferOwnership,
  type UpdateMember,
} from './members.dto.js';
import { TeamsService } from './teams.service.js';

@ApiTags('Teams')
@Controller('v1/team')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get('members')
  @Endpoint({
    permission: 'team:read',
    summary: 'List the members of your team',
    description: 'Your own organization’s or your own client’s, whichever your token is for.',
    returns: 'A page of members.',
    response: teamMemberPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listTeamMembers(
    @Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>,
    @Caller() caller: Principal,
  ) {
    return this.teams.listTeamMembers(caller, query);
  }

  @Patch('members/:id')
  @Endpoint({
    permission: 'team:write',
    summary: 'Change a member’s role',
    returns: 'The member with the new role.',
    description:
      'Open invitations that the new role may not make end, and so do the API keys when it may make none: both as at a removal.',
    response: memberDto,
    etag: true,
    errors: ['not_found', 'owner_required', 'stale_version'],
  })
  updateTeamMember(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateMemberBody }) body: UpdateMember,
    @Caller() caller: Principal,
  ): Promise<MemberDto> {
    return this.teams.updateTeamMember(id, body, caller);
  }

  @Delete('members/:id')
  @Endpoint({
    permission: 'team:write',
    summary: 'Remove a member, or leave',
    returns: 'The person is no longer in this team.',
    description:
      'Their sessions in this team end at once, and with them everything that could let them in again: the API keys they made are revoked, and so are the open invitations that they or those keys made. `removalEnds` of GET /v1/team/members says how many of each.',
    errors: ['not_found', 'owner_required', 'stale_version'],
  })
  removeTeamMember(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.teams.removeTeamMember(id, caller);
  }

  @Post('transfer-ownership')
  @Endpoint({
    permission: 'team:transfer',
    summary: 'Make another member the owner',
    returns: 'The new owner.',
    description: 'You become an admin. Answers the new owner.',
    response: memberDto,
    etag: true,
    errors: ['not_found'],
  })
  transferOwnership(
    @Body({ schema: transferOwnershipBody }) body: TransferOwnership,
    @CallingUser() caller: UserPrincipal,
  ): Promise<MemberDto> {
    return this.teams.transferOwnership(body.memberId, caller);
  }
}
