import { z } from 'zod';
import { email, uuid } from '../common/schemas.js';
import { clientRoles, organizationRoles } from './membership.entity.js';
import { typedPassword } from './passwords.js';

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

export const meDto = z
  .object({ user: userDto, membership: membershipDto, memberships: z.array(membershipDto) })
  .meta({ id: 'Me' });
export type MeDto = z.output<typeof meDto>;

export const loginBody = z
  .strictObject({
    email,
    password: typedPassword,
    membershipId: uuid.optional().meta({ description: 'Which team to sign in to; default: the first.' }),
  })
  .meta({ id: 'Login' });
export type Login = z.output<typeof loginBody>;

export const refreshTokenBody = z
  .strictObject({ refreshToken: z.string().min(1).max(200) })
  .meta({ id: 'RefreshTokenBody' });
export type RefreshTokenBody = z.output<typeof refreshTokenBody>;
