import { z } from 'zod';
import type { Membership } from '../../auth/identity/membership.entity.js';
import { aboutPeople, roleMeanings, roleSchema } from '../../auth/sessions/sessions.dto.js';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import { pageOf, storedEmail, timestamp, uuid } from '../../common/schemas/schemas.js';

export const memberDto = z
  .object({
    id: uuid.describe('Id of the membership.'),
    userId: uuid.describe('Id of the person.'),
    name: z.string().describe(aboutPeople.name),
    email: storedEmail.describe(aboutPeople.email),
    role: roleSchema.describe('What the person is in the team.'),
    createdAt: timestamp.describe('When the person joined.'),
  })
  .meta({ id: 'Member', description: 'A person in a team.' });
export type MemberDto = z.output<typeof memberDto>;

export const memberPage = pageOf(memberDto, 'MemberPage', 'members');

const removalEnds = z
  .object({
    invitations: z
      .int()
      .describe(
        'How many open invitations to the team, and an organization’s to its clients, they or their API keys made.',
      ),
    apiKeys: z.int().describe('How many working API keys they made: replace those in use first.'),
  })
  .meta({ id: 'RemovalEnds', description: 'What ends when a member is removed.' });

const teamMemberDto = memberDto
  .extend({
    removalEnds: removalEnds.describe('What ends together with their sessions when they are removed.'),
  })
  .meta({ id: 'TeamMember', description: 'A person in your team, and what ends with their removal.' });
export type TeamMemberDto = z.output<typeof teamMemberDto>;

export const teamMemberPage = pageOf(teamMemberDto, 'TeamMemberPage', 'members');

const newRole = described('What a member can become:', roleMeanings, {
  values: ['admin', 'dispatcher', 'viewer', 'member'],
  error: 'must be one of your team’s roles; a new owner is made by POST /v1/team/transfer-ownership',
}).meta({ id: 'AssignableRole' });

export const updateMemberBody = z
  .strictObject({
    role: newRole.describe(
      'What the member becomes: in an organization admin, dispatcher or viewer, in a client admin or member.',
    ),
  })
  .meta({ id: 'UpdateMember', description: 'Changes to a member.' });
export type UpdateMember = z.output<typeof updateMemberBody>;

export const transferOwnershipBody = z
  .strictObject({ memberId: uuid.meta({ description: 'Id of the member who is to be the owner.' }) })
  .meta({ id: 'TransferOwnership', description: 'Who is to be the owner of the team.' });
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
