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
    sdkName: 'team.listMembers',
    summary: 'List the members of your team',
    description: '`removalEnds` says how many API keys and open invitations would end with each member.',
    returns: 'One page of members, newest first.',
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
    sdkName: 'team.updateMember',
    summary: 'Change a member’s role',
    description:
      'API keys and open invitations that the member made end where the new role could not have made them. The owner answers `owner_required`: transfer the ownership instead.',
    returns: 'The member with the new role.',
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
    sdkName: 'team.removeMember',
    summary: 'Remove a member, or leave',
    description:
      'Their sessions in this team end at once, and so does everything that could let them in again: the API keys they made, and the open invitations that they or those keys made. `removalEnds` of `GET /v1/team/members` says how many of each. The owner answers `owner_required`.',
    returns: 'The member is removed.',
    errors: ['not_found', 'owner_required', 'stale_version'],
  })
  removeTeamMember(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.teams.removeTeamMember(id, caller);
  }

  @Post('transfer-ownership')
  @Endpoint({
    permission: 'team:transfer',
    sdkName: 'team.transferOwnership',
    summary: 'Make another member the owner',
    description: 'You become an admin, in the same step: a team always has exactly one owner.',
    returns: 'The new owner.',
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
