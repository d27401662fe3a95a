import { z } from 'zod';
import { email, pageOf, timestamp, uuid } from '../../common/schemas.js';
import { clientRoles, organizationRoles } from '../identity/membership.entity.js';
import { typedPassword } from '../identity/passwords.js';

export const roleSchema = z.enum([...new Set([...organizationRoles, ...clientRoles])]).meta({ id: 'Role' });

export const membershipDto = z
  .object({
    id: uuid,
    side: z.enum(['organization', 'client']),
    role: roleSchema,
    organization: z.object({ id: uuid, name: z.string() }),
    client: z
      .object({
        id: uuid,
        companyName: z.string(),
        clientCode: z.string().nullable().meta({ example: 'CL-7K2M9Q' }),
      })
      .nullable(),
  })
  .meta({ id: 'Membership' });
export type MembershipDto = z.output<typeof membershipDto>;

export const userDto = z.object({ id: uuid, name: z.string(), email: z.string() }).meta({ id: 'User' });

export const sessionDto = z
  .object({
    accessToken: z.string().meta({ description: 'Send as `Authorization: Bearer …`.' }),
    refreshToken: z.string().meta({ description: 'Works once; each refresh gives the next.' }),
    tokenType: z.literal('Bearer'),
    expiresIn: z.int().meta({ description: 'Seconds until the access token ends.' }),
    user: userDto,
    membership: membershipDto.meta({ description: 'The one these tokens are for.' }),
    memberships: z.array(membershipDto),
  })
  .meta({ id: 'Session' });
export type SessionDto = z.output<typeof sessionDto>;

export const loginBody = z
  .strictObject({
    email,
    password: typedPassword,
    membershipId: uuid.optional().meta({ description: 'Which team to sign in to; default: the first.' }),
  })
  .meta({ id: 'Login' });
export type Login = z.output<typeof loginBody>;

const refreshToken = z.string().min(1).max(200);

export const refreshBody = z
  .strictObject({
    refreshToken,
    membershipId: uuid
      .optional()
      .meta({ description: 'Changes to another of your teams; tokens for the one before end.' }),
  })
  .meta({ id: 'Refresh' });
export type Refresh = z.output<typeof refreshBody>;

export const refreshTokenBody = z.strictObject({ refreshToken }).meta({ id: 'RefreshTokenBody' });
export type RefreshTokenBody = z.output<typeof refreshTokenBody>;

const sessionInfoDto = z
  .object({
    id: uuid,
    isCurrent: z.boolean().meta({ description: 'Whether it is the one you are asking with.' }),
    membershipId: uuid,
    userAgent: z.string().nullable().meta({ description: 'How the device names itself.' }),
    createdAt: timestamp,
    lastUsedAt: timestamp.meta({ description: 'When it last got new tokens.' }),
    expiresAt: timestamp.meta({ description: 'When it ends in any case.' }),
  })
  .meta({ id: 'SessionInfo' });
type SessionInfoDto = z.output<typeof sessionInfoDto>;

export const sessionPage = pageOf(sessionInfoDto, 'SessionPage');

export interface SessionRow {
  id: string;
  membership_id: string;
  user_agent: string | null;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
}

export function toSessionInfo(row: SessionRow, currentId: string): SessionInfoDto {
  return {
    id: row.id,
    isCurrent: row.id === currentId,
    membershipId: row.membership_id,
    userAgent: row.user_agent,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
