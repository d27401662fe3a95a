import type { CreatedClient, Invitation, Session, Waybill } from '../../sdk/src/index.js';
import { randomBytes } from 'node:crypto';
import { password, signUp } from './tenants.js';
import type { TestApp } from './test-app.js';

export const newEmail = (who = 'guest') => `${who}-${randomBytes(6).toString('hex')}@example.org`;

/** The token at the end of an invitation's link. */
export function tokenOf(url: string | undefined): string {
  const token = url?.match(/\?token=([A-Za-z0-9_-]+)$/)?.[1];
  if (!token) throw new Error(`${url} does not end in ?token=…`);
  return token;
}

/** Adds a client and invites it by link. */
export async function inviteClient(
  owner: Waybill,
  settings: { companyName?: string; allowOrderUpload?: boolean } = {},
): Promise<{ client: CreatedClient; token: string }> {
  const client = await owner.clients.create({
    companyName: 'Book Nook',
    ...settings,
    invitation: { channel: 'link' },
  });
  return { client, token: tokenOf(client.invitation?.url) };
}

/** Accepts an invitation as somebody new. */
export function accept(app: TestApp, token: string, email?: string, name = 'Bo Reyes'): Promise<Session> {
  return app.as().invitations.accept({ token, name, email, password });
}

/** A client that signed up through its invitation. */
export async function joinedClient(app: TestApp, owner: Waybill) {
  const { client, token } = await inviteClient(owner);
  const session = await accept(app, token, newEmail('client-owner'));
  return { client, session, as: app.as(session.accessToken) };
}

type MemberRole = 'admin' | 'dispatcher' | 'viewer' | 'member';

/** Invites somebody into the caller's team by link. */
export function inviteMember(manager: Waybill, role: MemberRole): Promise<Invitation> {
  return manager.invitations.create({ kind: 'member', role, channel: 'link' });
}

/** A member who joined the caller's team by link. */
export async function joinedMember(app: TestApp, manager: Waybill, role: MemberRole): Promise<Session> {
  const { url } = await inviteMember(manager, role);
  return accept(app, tokenOf(url), newEmail(role));
}

/** A fresh organization's owner, and its way to call. */
export async function newOwner(app: TestApp) {
  const session = await signUp(app);
  return { session, as: app.as(session.accessToken), token: session.accessToken };
}

export interface TestTeam {
  side: 'organization' | 'client';
  owner: Session;
  admin: Session;
  /** The role that may do least in it. */
  lowest: 'viewer' | 'member';
}

/** Both kinds of team, the client's belonging to the organization, each with its owner and an admin. */
export async function bothTeams(app: TestApp): Promise<[organization: TestTeam, client: TestTeam]> {
  const { session: owner, as } = await newOwner(app);
  const client = await joinedClient(app, as);
  return [
    { side: 'organization', owner, admin: await joinedMember(app, as, 'admin'), lowest: 'viewer' },
    {
      side: 'client',
      owner: client.session,
      admin: await joinedMember(app, client.as, 'admin'),
      lowest: 'member',
    },
  ];
}

/** The events of a team's organization, oldest first, as they are stored. */
export function eventsOf(app: TestApp, session: Session) {
  return app.database.query<{
    type: string;
    audience: string;
    client_id: string | null;
    data: Record<string, unknown>;
    actor: { kind: string; name: string | null };
  }>('select type, audience, client_id, data, actor from events where organization_id = $1 order by seq', [
    session.membership.organization.id,
  ]);
}
