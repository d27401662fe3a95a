import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Caller, CallingUser } from '../../auth/current-principal.js';
import { Endpoint } from '../../auth/endpoint.js';
import type { Principal, UserPrincipal } from '../../auth/principal.js';
import { IdPipe } from '../../common/id.pipe.js';
import { plainPageQuery } from '../../common/schemas.js';
import {
  memberDto,
  memberPage,
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
    response: memberPage,
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
    description: 'Whoever is no admin any more loses the links into the team that they made.',
    response: memberDto,
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
    description:
      'Their sessions in this team end at once, and so do the links into it that they made. API keys they made belong to the team and go on working.',
    errors: ['not_found', 'owner_required', 'stale_version'],
  })
  removeTeamMember(@Param('id', IdPipe) id: string, @Caller() caller: Principal): Promise<void> {
    return this.teams.removeTeamMember(id, caller);
  }

  @Post('transfer-ownership')
  @Endpoint({
    permission: 'team:transfer',
    summary: 'Make another member the owner',
    description: 'You become an admin. Answers the new owner.',
    response: memberDto,
    errors: ['not_found'],
  })
  transferOwnership(
    @Body({ schema: transferOwnershipBody }) body: TransferOwnership,
    @CallingUser() caller: UserPrincipal,
  ): Promise<MemberDto> {
    return this.teams.transferOwnership(body.memberId, caller);
  }
}
