import { z } from 'zod';
import type { Membership } from '../../auth/identity/membership.entity.js';
import { roleSchema } from '../../auth/sessions/sessions.dto.js';
import { withVersion } from '../../common/etag.js';
import { pageOf, timestamp, uuid } from '../../common/schemas.js';

export const memberDto = z
  .object({
    id: uuid,
    userId: uuid,
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    createdAt: timestamp.meta({ description: 'When they joined.' }),
  })
  .meta({ id: 'Member' });
export type MemberDto = z.output<typeof memberDto>;

export const memberPage = pageOf(memberDto, 'MemberPage');

const teamMemberDto = memberDto
  .extend({
    removalEnds: z
      .object({
        invitations: z.int().meta({
          description:
            'Open invitations to the team, and an organization’s to its clients, that they or their API keys made.',
        }),
        apiKeys: z.int().meta({ description: 'API keys they made that work: replace those in use first.' }),
      })
      .meta({ description: 'What ends together with their sessions when they are removed.' }),
  })
  .meta({ id: 'TeamMember' });
export type TeamMemberDto = z.output<typeof teamMemberDto>;

export const teamMemberPage = pageOf(teamMemberDto, 'TeamMemberPage');

export const updateMemberBody = z
  .strictObject({
    role: z.enum(['admin', 'dispatcher', 'viewer', 'member'], {
      error: 'must be one of your team’s roles; a new owner is made by POST /v1/team/transfer-ownership',
    }),
  })
  .meta({ id: 'UpdateMember' });
export type UpdateMember = z.output<typeof updateMemberBody>;

export const transferOwnershipBody = z
  .strictObject({ memberId: uuid.meta({ description: 'The member who is to be the owner.' }) })
  .meta({ id: 'TransferOwnership' });
export type TransferOwnership = z.output<typeof transferOwnershipBody>;

export function toMember(membership: Membership): MemberDto {
  const { user } = membership;
  return withVersion(
    {
      id: membership.id,
      userId: user.id,
      name: user.name,
      email: user.claimedEmail ?? user.email,
      role: membership.role,
      createdAt: membership.createdAt.toISOString(),
    },
    membership.version,
  );
}
