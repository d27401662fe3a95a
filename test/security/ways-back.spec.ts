import pg from 'pg';
import type { CreateApiKey, Session } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import {
  accept,
  eventsOf,
  inviteClient,
  joinedClient,
  joinedMember,
  newEmail,
  tokenOf,
} from '../support/invitations.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const invalid = { status: 404, code: 'invitation_invalid' };
const out = { status: 401, code: 'token_invalid' };

describe('a member who is removed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  /** Both kinds of team, each with its owner and an admin who is about to go. */
  async function teams(): Promise<{ side: 'organization' | 'client'; owner: Session; admin: Session }[]> {
    const organization = await signUp(app);
    const { session: client, as } = await joinedClient(app, app.as(organization.accessToken));
    return [
      {
        side: 'organization',
        owner: organization,
        admin: await joinedMember(app, app.as(organization.accessToken), 'admin'),
      },
      { side: 'client', owner: client, admin: await joinedMember(app, as, 'admin') },
    ];
  }

  const remove = (by: Session, who: Session) =>
    app.as(by.accessToken).teams.removeTeamMember({ id: who.membership.id });
  const roleOn = (side: 'organization' | 'client') => (side === 'client' ? 'member' : 'viewer');
  const makeKey = (by: Session, ...scopes: string[]) =>
    app.as(by.accessToken).apiKeys.createApiKey({ requestBody: { name: 'Sync', scopes } as CreateApiKey });
  const statusesOf = async (owner: Session) =>
    Object.fromEntries(
      (await app.as(owner.accessToken).invitations.listInvitations({ limit: 200 })).items.map(
        ({ id, status }) => [id, status],
      ),
    );
  const removalEnds = async (owner: Session, who: Session) => {
    const { json } = await call(app, 'GET', '/v1/team/members', { token: owner.accessToken });
    const items = json.items as { id: string; removalEnds?: object }[];
    return items.find(({ id }) => id === who.membership.id)?.removalEnds;
  };

  it('cannot come back through an invitation it mailed to itself', async () => {
    for (const { side, owner, admin } of await teams()) {
      const as = app.as(admin.accessToken);
      const { id } = await as.invitations.createInvitation({
        requestBody: { kind: 'member', role: 'admin', channel: 'email', email: newEmail('me-again') },
      });
      expect(await removalEnds(owner, admin)).toEqual({ invitations: 1, apiKeys: 0 });
      await remove(owner, admin);
      expect([side, (await statusesOf(owner))[id]]).toEqual([side, 'revoked']);
      expect((await eventsOf(app, owner)).at(-1)).toMatchObject({
        type: 'invitation.revoked',
        data: { invitationId: id, channel: 'email' },
      });
    }
  });

  it('cannot come back as the owner of a client it made a link for', async () => {
    const owner = await signUp(app);
    for (const role of ['admin', 'dispatcher'] as const) {
      const member = await joinedMember(app, app.as(owner.accessToken), role);
      const { token } = await inviteClient(app.as(member.accessToken));
      expect(await removalEnds(owner, member)).toEqual({ invitations: 1, apiKeys: 0 });
      await remove(owner, member);
      await expect(accept(app, token, newEmail())).rejects.toMatchObject(invalid);
    }
  });

  it('cannot come back with an API key it made, nor through an invitation that key made', async () => {
    for (const { side, owner, admin } of await teams()) {
      const key = await makeKey(admin, 'team:read', 'invitations:write', 'team:write');
      const spent = await makeKey(admin, 'invitations:write', 'team:write');
      const kept = await makeKey(owner, 'team:read');
      const links = await Promise.all(
        [key, spent].map(({ key: secret }) =>
          app.as(secret).invitations.createInvitation({
            requestBody: { kind: 'member', role: roleOn(side), channel: 'link' },
          }),
        ),
      );
      await app.as(admin.accessToken).apiKeys.revokeApiKey({ id: spent.id });
      expect(await removalEnds(owner, admin)).toEqual({ invitations: 2, apiKeys: 1 });
      await remove(owner, admin);
      await expect(app.as(key.key).teams.listTeamMembers({})).rejects.toMatchObject(out);
      for (const { url } of links)
        await expect(accept(app, tokenOf(url), newEmail())).rejects.toMatchObject(invalid);
      expect((await app.as(kept.key).teams.listTeamMembers({})).items).toHaveLength(1);
      const revoked = (await eventsOf(app, owner)).filter(({ type }) => type === 'api_key.revoked');
      expect(revoked.slice(-2).map(({ data }) => data.apiKeyId)).toEqual([spent.id, key.id]);
    }
  });

  it('cannot come back through another’s link that it sent again', async () => {
    for (const { side, owner, admin } of await teams()) {
      const [theirs, mine] = [app.as(owner.accessToken), app.as(admin.accessToken)];
      const invite = () =>
        theirs.invitations.createInvitation({
          requestBody: { kind: 'member', role: roleOn(side), channel: 'link' },
        });
      const [taken, given] = [await invite(), await invite()];
      const { url } = await mine.invitations.resendInvitation({ id: taken.id });
      await mine.invitations.resendInvitation({ id: given.id });
      await theirs.invitations.resendInvitation({ id: given.id });
      await remove(owner, admin);
      await expect(accept(app, tokenOf(url), newEmail())).rejects.toMatchObject(invalid);
      expect((await statusesOf(owner))[given.id]).toBe('pending');
    }
  });

  it('takes nothing with it that others made', async () => {
    for (const { side, owner, admin } of await teams()) {
      const { id } = await app.as(owner.accessToken).invitations.createInvitation({
        requestBody: { kind: 'member', role: roleOn(side), channel: 'link' },
      });
      expect(await removalEnds(owner, admin)).toEqual({ invitations: 0, apiKeys: 0 });
      await remove(owner, admin);
      expect((await statusesOf(owner))[id]).toBe('pending');
    }
  });

  it.each(['admin', 'dispatcher', 'viewer'] as const)(
    'in part, by becoming %s, keeps only what that role may make',
    async (role) => {
      const owner = await signUp(app);
      const member = await joinedMember(app, app.as(owner.accessToken), 'admin');
      const key = await makeKey(member, 'depots:read');
      const { id: colleague } = await app.as(member.accessToken).invitations.createInvitation({
        requestBody: { kind: 'member', role: 'admin', channel: 'email', email: newEmail() },
      });
      const { client } = await inviteClient(app.as(member.accessToken));
      await app.as(owner.accessToken).teams.updateTeamMember({
        id: member.membership.id,
        requestBody: { role },
      });
      const statuses = await statusesOf(owner);
      const works = (await call(app, 'GET', '/v1/depots', { token: key.key })).status === 200;
      expect({
        key: works,
        colleague: statuses[colleague] === 'pending',
        client: statuses[client.invitation!.id] === 'pending',
      }).toEqual({ key: role === 'admin', colleague: role === 'admin', client: role !== 'viewer' });
    },
  );

  it('makes nothing more while it is being removed', async () => {
    for (const { side, owner, admin } of await teams()) {
      const holder = new pg.Client({ connectionString: app.database.url });
      await holder.connect();
      await holder.query('begin; lock table invitations, api_keys in share mode');
      const invitation = app.as(admin.accessToken).invitations.createInvitation({
        requestBody: { kind: 'member', role: roleOn(side), channel: 'link' },
      });
      const key = makeKey(admin, 'team:read');
      await waiting(2);
      const removed = remove(owner, admin);
      await waiting(3);
      await holder.end();
      await removed;
      for (const made of await Promise.allSettled([invitation, key])) expect(made.status).toBe('fulfilled');
      await expect(accept(app, tokenOf((await invitation).url), newEmail())).rejects.toMatchObject(invalid);
      await expect(app.as((await key).key).teams.listTeamMembers({})).rejects.toMatchObject(out);
    }
  });

  it('races with guests of its invitations: each joins or finds it ended, never both', async () => {
    const owner = await signUp(app);
    for (let round = 0; round < 8; round += 1) {
      const admin = await joinedMember(app, app.as(owner.accessToken), 'admin');
      const invitation = await app.as(admin.accessToken).invitations.createInvitation({
        requestBody: { kind: 'member', role: 'viewer', channel: 'link' },
      });
      const [joined] = await Promise.allSettled([
        accept(app, tokenOf(invitation.url), newEmail()),
        remove(owner, admin),
      ]);
      const status = (await statusesOf(owner))[invitation.id];
      expect(status).toBe(joined.status === 'fulfilled' ? 'accepted' : 'revoked');
      if (joined.status === 'rejected') expect(joined.reason).toMatchObject(invalid);
    }
  });

  /** Until so many of the server's transactions wait for a lock. */
  const waiting = (count: number) =>
    eventually(async () => {
      const [row] = await app.database.query<{ n: number }>(
        `select count(distinct pid)::int as n from pg_locks where not granted and pid in (
           select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`,
      );
      return row!.n >= count || undefined;
    });
});
