import type { CreatedClient, Session, Waybill } from '../../sdk/src/index.js';
import { randomBytes } from 'node:crypto';
import { password } from './tenants.js';
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
  const client = await owner.clients.createClient({
    requestBody: { companyName: 'Book Nook', ...settings, invitation: { channel: 'link' } },
  });
  return { client, token: tokenOf(client.invitation?.url) };
}

/** Accepts an invitation as somebody new. */
export function accept(app: TestApp, token: string, email?: string, name = 'Bo Reyes'): Promise<Session> {
  return app.as().invitations.acceptInvitation({ requestBody: { token, name, email, password } });
}

/** A client that signed up through its invitation. */
export async function joinedClient(app: TestApp, owner: Waybill) {
  const { client, token } = await inviteClient(owner);
  const session = await accept(app, token, newEmail('client-owner'));
  return { client, session, as: app.as(session.accessToken) };
}

/** A member who joined the caller's team by link. */
export async function joinedMember(
  app: TestApp,
  manager: Waybill,
  role: 'admin' | 'dispatcher' | 'viewer' | 'member',
): Promise<Session> {
  const { url } = await manager.invitations.createInvitation({
    requestBody: { kind: 'member', role, channel: 'link' },
  });
  return accept(app, tokenOf(url), newEmail(role));
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
