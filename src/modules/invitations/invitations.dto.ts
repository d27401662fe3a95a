import { z } from 'zod';
import {
  aboutPeople,
  membershipClient,
  membershipDto,
  roleMeanings,
  roleSchema,
} from '../../auth/sessions/sessions.dto.js';
import { typedPassword } from '../../auth/identity/passwords.js';
import { described } from '../../common/schemas/described.js';
import {
  email,
  pageOf,
  pageQuery,
  nameText,
  storedEmail,
  timestamp,
  uuid,
} from '../../common/schemas/schemas.js';
import { clientDto, clientSettings } from '../clients/clients.dto.js';
import type { Invitation } from './invitation.entity.js';

const statusMeanings = {
  pending: 'It waits to be accepted.',
  accepted: 'Somebody joined by it.',
  expired: 'It was not accepted in time; it can be sent again.',
  revoked: 'It was taken back.',
};
export type InvitationStatus = keyof typeof statusMeanings;
const invitationStatus = described('How far an invitation is:', statusMeanings).meta({
  id: 'InvitationStatus',
});

const kind = described('Whom it invites:', {
  client: 'The first person of a client.',
  member: 'A person into the team of whoever invites.',
}).meta({ id: 'InvitationKind' });

const channel = described('How it reaches the person:', {
  email: 'Waybill sends a mail.',
  link: 'The answer carries a `url` to hand on yourself.',
}).meta({ id: 'InvitationChannel' });
const aboutChannel = 'How the invitation reaches the person.';

const inviter = z
  .object({ name: z.string().describe(aboutPeople.name) })
  .meta({ id: 'Inviter', description: 'Who invites.' });

export const invitationDto = z
  .object({
    id: uuid.describe('Id of the invitation.'),
    kind: kind.describe('Whom it invites.'),
    channel: channel.describe(aboutChannel),
    status: invitationStatus.describe('How far it is.'),
    email: storedEmail.nullable().describe('E-mail address of the person; null if not told.'),
    role: roleSchema.describe('What the person becomes.'),
    clientId: uuid
      .nullable()
      .describe('Id of the client whose team it is for; null for an organization’s own.'),
    invitedBy: inviter.describe('Who invites.'),
    createdAt: timestamp.describe('When it was made.'),
    expiresAt: timestamp.describe('Until when it can be accepted.'),
    acceptedAt: timestamp.nullable().describe('When it was accepted; null before.'),
    url: z.url().optional().meta({
      description: 'For `link`, and only in the answer that makes the link: it is not kept.',
      example: 'https://portal.example.com/invitations/accept?token=Zm9yLXlvdQ',
    }),
  })
  .meta({ id: 'Invitation', description: 'A way into a team, for one person and once.' });
export type InvitationDto = z.output<typeof invitationDto>;

export const invitationPage = pageOf(invitationDto, 'InvitationPage', 'invitations');

export const invitationQuery = z.strictObject({
  ...pageQuery,
  status: invitationStatus.optional().describe('Only invitations in this state.'),
  kind: kind.optional().describe('Only invitations of this kind.'),
  clientId: uuid.optional().describe('Only invitations of this client.'),
});
export type InvitationQuery = z.output<typeof invitationQuery>;

const inviteClientBody = z
  .strictObject({
    kind: described('Whom it invites:', { client: 'The first person of a client.' }),
    clientId: uuid.describe('Id of the client.'),
    channel: channel.describe(aboutChannel),
    email: email
      .optional()
      .describe('E-mail address of the person. Left out: the contact e-mail of the client.'),
  })
  .meta({ id: 'InviteClient', description: 'An invitation of the first person of a client.' });

const invitedRole = described('What the person becomes:', roleMeanings, {
  values: ['admin', 'dispatcher', 'viewer', 'member'],
}).meta({ id: 'InvitedRole' });

const inviteMemberBody = z
  .strictObject({
    kind: described('Whom it invites:', { member: 'A person into your own team.' }),
    role: invitedRole.describe(
      'What the person becomes: in an organization admin, dispatcher or viewer, in a client admin or member.',
    ),
    channel: channel.describe(aboutChannel),
    email: email.optional().describe('E-mail address of the person; needed for `email`.'),
  })
  .refine((body) => body.channel === 'link' || body.email !== undefined, {
    message: 'is needed to send a mail; or use the channel `link`',
    path: ['email'],
    params: { code: 'required' },
  })
  .meta({ id: 'InviteMember', description: 'An invitation into your own team.' });

export const createInvitationBody = z
  .discriminatedUnion('kind', [inviteClientBody, inviteMemberBody])
  .meta({ id: 'CreateInvitation', description: 'A new invitation: of a client, or into your own team.' });
export type CreateInvitation = z.output<typeof createInvitationBody>;
export type InviteClient = z.output<typeof inviteClientBody>;
export type InviteMember = z.output<typeof inviteMemberBody>;

const firstInvitation = z
  .strictObject({ channel: channel.describe(aboutChannel) })
  .meta({ id: 'FirstInvitation', description: 'How to invite the first person of a new client.' });

export const createClientBody = z
  .strictObject({
    ...clientSettings,
    invitation: firstInvitation
      .optional()
      .meta({ description: 'Invites the client’s first user, by mail to `contactEmail` or by link.' }),
  })
  .refine((body) => body.invitation?.channel !== 'email' || body.contactEmail, {
    message: 'is needed to send the invitation; or use the channel `link`',
    path: ['contactEmail'],
    params: { code: 'required' },
  })
  .meta({ id: 'CreateClient', description: 'A new client.' });
export type CreateClient = z.output<typeof createClientBody>;

export const createdClientDto = clientDto
  .extend({
    invitation: invitationDto.optional().describe('The invitation, where one was asked for.'),
  })
  .meta({ id: 'CreatedClient', description: 'The new client, with its invitation.' });
export type CreatedClientDto = z.output<typeof createdClientDto>;

const token = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'What follows `?token=` in the link of the invitation.' });

export const lookupBody = z
  .strictObject({ token })
  .meta({ id: 'LookupInvitation', description: 'Which invitation to look at.' });
export type Lookup = z.output<typeof lookupBody>;

const invitingOrganization = membershipDto.shape.organization
  .pick({ name: true, testMode: true })
  .meta({ id: 'InvitingOrganization', description: 'The delivery company that a team belongs to.' });

const invitingClient = membershipClient
  .pick({ companyName: true })
  .meta({ id: 'InvitingClient', description: 'The client that a team belongs to.' });

export const invitationOfferDto = z
  .object({
    kind: kind.describe('Whom it invites.'),
    role: roleSchema.describe('What you become.'),
    organization: invitingOrganization.describe('The delivery company.'),
    client: invitingClient.nullable().describe('The client; null for the team of the delivery company.'),
    invitedBy: inviter.describe('Who invites you.'),
    email: storedEmail.nullable().describe('E-mail address that it invites; null if it names none.'),
    emailIsFixed: z.boolean().meta({
      description: 'True where the invitation was sent by e-mail: it is for that e-mail alone.',
    }),
    expiresAt: timestamp.describe('Until when it can be accepted.'),
  })
  .meta({ id: 'InvitationOffer', description: 'What an invitation offers to whoever holds its link.' });
export type InvitationOfferDto = z.output<typeof invitationOfferDto>;

export const acceptBody = z
  .strictObject({
    token,
    name: nameText(200).meta({
      description: 'Your name, up to 200 characters. Somebody who can sign in already keeps theirs.',
      example: 'Bo Reyes',
    }),
    email: email.optional().meta({
      description:
        'Your e-mail address, with which you will sign in; needed where the invitation names none.',
    }),
    password: typedPassword.meta({
      description: 'The one you sign in with already, or a new one of 15 characters or more.',
    }),
  })
  .meta({ id: 'AcceptInvitation', description: 'Who joins.' });
export type Accept = z.output<typeof acceptBody>;

function statusOf(invitation: Invitation, now = new Date()): InvitationStatus {
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
