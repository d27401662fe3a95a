import type { CreateApiKey, Session } from '../../sdk/src/index.js';
import { call } from '../support/http.js';
import {
  accept,
  bothTeams,
  eventsOf,
  inviteClient,
  inviteMember,
  joinedMember,
  newEmail,
  tokenOf,
} from '../support/invitations.js';
import { openRival } from '../support/row-locks.js';
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

  const remove = (by: Session, who: Session) => app.as(by.accessToken).team.removeMember(who.membership.id);
  const makeKey = (by: Session, ...scopes: string[]) =>
    app.as(by.accessToken).apiKeys.create({ name: 'Sync', scopes } as CreateApiKey);
  const statusesOf = async (owner: Session) =>
    Object.fromEntries(
      (await app.as(owner.accessToken).invitations.list({ limit: 200 })).items.map(({ id, status }) => [
        id,
        status,
      ]),
    );
  const removalEnds = async (owner: Session, who: Session) => {
    const { json } = await call(app, 'GET', '/v1/team/members', { token: owner.accessToken });
    const items = json.items as { id: string; removalEnds?: object }[];
    return items.find(({ id }) => id === who.membership.id)?.removalEnds;
  };

  it('cannot come back through an invitation it mailed to itself', async () => {
    for (const { side, owner, admin } of await bothTeams(app)) {
      const as = app.as(admin.accessToken);
      const { id } = await as.invitations.create({
        kind: 'member',
        role: 'admin',
        channel: 'email',
        email: newEmail('me-again'),
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
    for (const { lowest, owner, admin } of await bothTeams(app)) {
      const key = await makeKey(admin, 'team:read', 'invitations:write', 'team:write');
      const spent = await makeKey(admin, 'invitations:write', 'team:write');
      const kept = await makeKey(owner, 'team:read');
      const links = await Promise.all(
        [key, spent].map(({ key: secret }) => inviteMember(app.as(secret), lowest)),
      );
      await app.as(admin.accessToken).apiKeys.revoke(spent.id);
      expect(await removalEnds(owner, admin)).toEqual({ invitations: 2, apiKeys: 1 });
      await remove(owner, admin);
      await expect(app.as(key.key).team.listMembers()).rejects.toMatchObject(out);
      for (const { url } of links)
        await expect(accept(app, tokenOf(url), newEmail())).rejects.toMatchObject(invalid);
      expect((await app.as(kept.key).team.listMembers()).items).toHaveLength(1);
      const revoked = (await eventsOf(app, owner)).filter(({ type }) => type === 'api_key.revoked');
      expect(revoked.slice(-2).map(({ data }) => data.apiKeyId)).toEqual([spent.id, key.id]);
    }
  });

  it('cannot come back through another’s link that it sent again', async () => {
    for (const { lowest, owner, admin } of await bothTeams(app)) {
      const [theirs, mine] = [app.as(owner.accessToken), app.as(admin.accessToken)];
      const invite = () => inviteMember(theirs, lowest);
      const [taken, given] = [await invite(), await invite()];
      const { url } = await mine.invitations.resend(taken.id);
      await mine.invitations.resend(given.id);
      await theirs.invitations.resend(given.id);
      await remove(owner, admin);
      await expect(accept(app, tokenOf(url), newEmail())).rejects.toMatchObject(invalid);
      expect((await statusesOf(owner))[given.id]).toBe('pending');
    }
  });

  it('takes nothing with it that others made', async () => {
    for (const { lowest, owner, admin } of await bothTeams(app)) {
      const { id } = await inviteMember(app.as(owner.accessToken), lowest);
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
      const { id: colleague } = await app
        .as(member.accessToken)
        .invitations.create({ kind: 'member', role: 'admin', channel: 'email', email: newEmail() });
      const { client } = await inviteClient(app.as(member.accessToken));
      await app.as(owner.accessToken).team.updateMember(member.membership.id, { role });
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
    for (const { lowest, owner, admin } of await bothTeams(app)) {
      const rival = await openRival(app.database);
      await rival.query('lock table invitations, api_keys in share mode');
      const invitation = inviteMember(app.as(admin.accessToken), lowest);
      const key = makeKey(admin, 'team:read');
      await rival.isWaitedForBy(2);
      const removed = remove(owner, admin);
      await rival.isWaitedForBy(3);
      await rival.giveWay();
      await removed;
      for (const made of await Promise.allSettled([invitation, key])) expect(made.status).toBe('fulfilled');
      await expect(accept(app, tokenOf((await invitation).url), newEmail())).rejects.toMatchObject(invalid);
      await expect(app.as((await key).key).team.listMembers()).rejects.toMatchObject(out);
    }
  });

  it('races with guests of its invitations: each joins or finds it ended, never both', async () => {
    const owner = await signUp(app);
    for (let round = 0; round < 8; round += 1) {
      const admin = await joinedMember(app, app.as(owner.accessToken), 'admin');
      const invitation = await inviteMember(app.as(admin.accessToken), 'viewer');
      const [joined] = await Promise.allSettled([
        accept(app, tokenOf(invitation.url), newEmail()),
        remove(owner, admin),
      ]);
      const status = (await statusesOf(owner))[invitation.id];
      expect(status).toBe(joined.status === 'fulfilled' ? 'accepted' : 'revoked');
      if (joined.status === 'rejected') expect(joined.reason).toMatchObject(invalid);
    }
  });
});
