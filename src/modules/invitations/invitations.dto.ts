import { z } from 'zod';
import { roleSchema } from '../../auth/sessions/sessions.dto.js';
import { typedPassword } from '../../auth/identity/passwords.js';
import { email, pageOf, pageQuery, nameText, timestamp, uuid } from '../../common/schemas.js';
import { clientDto, clientSettings } from '../clients/clients.dto.js';
import type { Invitation } from './invitation.entity.js';

const invitationStatuses = ['pending', 'accepted', 'expired', 'revoked'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

const kind = z.enum(['client', 'member']);
const channel = z
  .enum(['email', 'link'])
  .meta({ description: '`email` sends a mail; `link` answers a `url` to hand on yourself.' });

export const invitationDto = z
  .object({
    id: uuid,
    kind,
    channel,
    status: z.enum(invitationStatuses),
    email: z.string().nullable(),
    role: roleSchema.meta({ description: 'What the person becomes.' }),
    clientId: uuid.nullable(),
    invitedBy: z.object({ name: z.string() }),
    createdAt: timestamp,
    expiresAt: timestamp,
    acceptedAt: timestamp.nullable(),
    url: z.url().optional().meta({
      description: 'For `link`, and only in the answer that makes the link: it is not kept.',
      example: 'https://portal.example.com/invitations/accept?token=…',
    }),
  })
  .meta({ id: 'Invitation' });
export type InvitationDto = z.output<typeof invitationDto>;

export const invitationPage = pageOf(invitationDto, 'InvitationPage');

export const invitationQuery = z.object({
  ...pageQuery,
  status: z.enum(invitationStatuses).optional(),
  kind: kind.optional(),
  clientId: uuid.optional(),
});
export type InvitationQuery = z.output<typeof invitationQuery>;

const inviteClientBody = z
  .strictObject({
    kind: z.literal('client'),
    clientId: uuid,
    channel,
    email: email.optional().meta({ description: 'Default: the client’s contact e-mail.' }),
  })
  .meta({ id: 'InviteClient' });

const inviteMemberBody = z
  .strictObject({
    kind: z.literal('member'),
    role: z
      .enum(['admin', 'dispatcher', 'viewer', 'member'])
      .meta({ description: 'Organization: admin, dispatcher or viewer. Client: admin or member.' }),
    channel,
    email: email.optional().meta({ description: 'Needed for `email`.' }),
  })
  .refine((body) => body.channel === 'link' || body.email !== undefined, {
    message: 'is needed to send a mail; or use the channel `link`',
    path: ['email'],
    params: { code: 'required' },
  })
  .meta({ id: 'InviteMember' });

export const createInvitationBody = z
  .discriminatedUnion('kind', [inviteClientBody, inviteMemberBody])
  .meta({ id: 'CreateInvitation' });
export type CreateInvitation = z.output<typeof createInvitationBody>;
export type InviteClient = z.output<typeof inviteClientBody>;
export type InviteMember = z.output<typeof inviteMemberBody>;

export const createClientBody = z
  .strictObject({
    ...clientSettings,
    invitation: z
      .strictObject({ channel })
      .optional()
      .meta({ description: 'Invites the client’s first user, by mail to `contactEmail` or by link.' }),
  })
  .refine((body) => body.invitation?.channel !== 'email' || body.contactEmail, {
    message: 'is needed to send the invitation; or use the channel `link`',
    path: ['contactEmail'],
    params: { code: 'required' },
  })
  .meta({ id: 'CreateClient' });
export type CreateClient = z.output<typeof createClientBody>;

export const createdClientDto = clientDto
  .extend({ invitation: invitationDto.optional() })
  .meta({ id: 'CreatedClient' });
export type CreatedClientDto = z.output<typeof createdClientDto>;

const token = z.string().min(1).max(200).meta({ description: 'What follows `?token=` in the link.' });

export const lookupBody = z.strictObject({ token }).meta({ id: 'LookupInvitation' });
export type Lookup = z.output<typeof lookupBody>;

export const invitationOfferDto = z
  .object({
    kind,
    role: roleSchema,
    organization: z.object({ name: z.string() }),
    client: z.object({ companyName: z.string() }).nullable(),
    invitedBy: z.object({ name: z.string() }),
    email: z.string().nullable(),
    emailIsFixed: z.boolean().meta({
      description: 'True where the invitation was sent by e-mail: it is for that e-mail alone.',
    }),
    expiresAt: timestamp,
  })
  .meta({ id: 'InvitationOffer' });
export type InvitationOfferDto = z.output<typeof invitationOfferDto>;

export const acceptBody = z
  .strictObject({
    token,
    name: nameText(200).meta({ example: 'Bo Reyes' }),
    email: email.optional().meta({ description: 'Needed where the invitation names none.' }),
    password: typedPassword.meta({
      description: 'The one you sign in with already, or a new one of 15 characters or more.',
    }),
  })
  .meta({ id: 'AcceptInvitation' });
export type Accept = z.output<typeof acceptBody>;

export function statusOf(invitation: Invitation, now = new Date()): InvitationStatus {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt > now ? 'pending' : 'expired';
}

export function toInvitation(invitation: Invitation, url?: string): InvitationDto {
  return {
    id: invitation.id,
    kind: invitation.kind,
    channel: invitation.channel,
    status: statusOf(invitation),
    email: invitation.email ?? null,
    role: invitation.role,
    clientId: invitation.clientId ?? null,
    invitedBy: { name: invitation.invitedByName },
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    acceptedAt: invitation.acceptedAt?.toISOString() ?? null,
    ...(url && { url }),
  };
}
