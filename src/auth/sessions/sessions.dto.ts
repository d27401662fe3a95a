import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { email, pageOf, storedEmail, timestamp, uuid } from '../../common/schemas/schemas.js';
import { clientRoles, organizationRoles, type Role } from '../identity/membership.entity.js';
import { typedPassword } from '../identity/passwords.js';

export const roleMeanings: Readonly<Record<Role, string>> = {
  owner: 'May do everything, and alone can hand over the ownership; every team has exactly one.',
  admin: 'May do everything but hand over the ownership.',
  dispatcher: 'In an organization: works with clients, stops, routes and drivers.',
  viewer: 'In an organization: sees everything and changes nothing.',
  member: 'In a client: works with orders.',
};

export const roleSchema = described('What somebody is in a team:', roleMeanings, {
  values: [...new Set([...organizationRoles, ...clientRoles])],
}).meta({ id: 'Role' });

export const aboutPeople = {
  name: 'Name of the person.',
  email: 'E-mail address of the person, with which they sign in.',
};

const side = described('Whose team it is:', {
  organization: 'The delivery company’s.',
  client: 'The team of a company that hands over orders.',
}).meta({ id: 'TeamSide' });

export const aboutTestMode = 'Whether it is a sandbox, of which nothing reaches anybody outside.';

const membershipOrganization = z
  .object({
    id: uuid.describe('Id of the organization.'),
    name: z.string().describe('Name of the delivery company.'),
    testMode: z.boolean().describe(aboutTestMode),
  })
  .meta({ id: 'MembershipOrganization', description: 'The delivery company that a team belongs to.' });

export const membershipClient = z
  .object({
    id: uuid.describe('Id of the client.'),
    companyName: z.string().describe('Name of the client’s company.'),
    clientCode: z.string().nullable().meta({
      description:
        'The Client ID, which spreadsheets of dispatchers carry; null until the client’s first user signs up.',
      example: 'CL-7K2M9Q',
    }),
  })
  .meta({ id: 'MembershipClient', description: 'The client that a team belongs to.' });

export const membershipDto = z
  .object({
    id: uuid.describe('Id of the membership.'),
    side: side.describe('Whose team it is.'),
    role: roleSchema.describe('What the person is in the team.'),
    organization: membershipOrganization.describe('The delivery company.'),
    client: membershipClient.nullable().describe('The client; null in the team of an organization.'),
  })
  .meta({ id: 'Membership', description: 'A person’s place in a team.' });
export type MembershipDto = z.output<typeof membershipDto>;

export const userDto = z
  .object({
    id: uuid.describe('Id of the person.'),
    name: z.string().describe(aboutPeople.name),
    email: storedEmail.describe(aboutPeople.email),
  })
  .meta({ id: 'User', description: 'A person who can sign in.' });

export const sessionDto = z
  .object({
    accessToken: z.string().describe('Send it as `Authorization: Bearer …`.'),
    refreshToken: z
      .string()
      .describe('Gets the next tokens when the access token ends. Works once; each refresh gives the next.'),
    tokenType: described('How to send the access token:', {
      Bearer: 'In the header `Authorization`, after this word.',
    }),
    expiresIn: z.int().describe('Seconds until the access token ends.'),
    user: userDto.describe('Who signed in.'),
    membership: membershipDto.describe('The team that these tokens are for.'),
    memberships: z
      .array(membershipDto)
      .describe('All teams of the person; name another at sign-in or refresh to change to it.'),
  })
  .meta({ id: 'Session', description: 'The tokens of somebody who signed in.' });
export type SessionDto = z.output<typeof sessionDto>;

export const loginBody = z
  .strictObject({
    email: email.describe(aboutPeople.email),
    password: typedPassword.describe('The password.'),
    membershipId: uuid
      .optional()
      .describe('Id of the membership to sign in with. Left out: the first of the person.'),
  })
  .meta({ id: 'Login', description: 'Who signs in.' });
export type Login = z.output<typeof loginBody>;

const refreshToken = z.string().min(1).max(200).describe('The last refresh token you got.');

export const refreshBody = z
  .strictObject({
    refreshToken,
    membershipId: uuid.optional().meta({
      description: 'Id of another of your memberships, to change to its team; tokens for the one before end.',
    }),
  })
  .meta({ id: 'Refresh', description: 'What to get new tokens for.' });
export type Refresh = z.output<typeof refreshBody>;

export const refreshTokenBody = z
  .strictObject({ refreshToken })
  .meta({ id: 'RefreshTokenBody', description: 'Which session to end.' });
export type RefreshTokenBody = z.output<typeof refreshTokenBody>;

const sessionInfoDto = z
  .object({
    id: uuid.describe('Id of the session.'),
    isCurrent: z.boolean().meta({ description: 'Whether it is the one you are asking with.' }),
    membershipId: uuid.describe('Id of the membership it is for.'),
    userAgent: z
      .string()
      .nullable()
      .meta({ description: 'How the device names itself; null if it does not.' }),
    createdAt: timestamp.describe('When the person signed in.'),
    lastUsedAt: timestamp.meta({ description: 'When it last got new tokens.' }),
    expiresAt: timestamp.meta({ description: 'When it ends in any case.' }),
  })
  .meta({ id: 'SessionInfo', description: 'A device on which you are signed in.' });
type SessionInfoDto = z.output<typeof sessionInfoDto>;

export const sessionPage = pageOf(sessionInfoDto, 'SessionPage', 'sessions');

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
