import { v7 as uuidv7 } from 'uuid';
import type { Session, Waybill } from '../../sdk/src/index.js';
import {
  accept,
  bothTeams,
  eventsOf,
  inviteMember,
  joinedMember,
  newEmail,
  tokenOf,
} from '../support/invitations.js';
import { problemOf, send } from '../support/raw.js';
import { addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const denied = { status: 403, code: 'permission_denied' };
const ownerRequired = { status: 409, code: 'owner_required' };

describe('teams', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const team = async (as: Waybill) =>
    (await as.team.listMembers({ limit: 200 })).items.map(({ email, role }) => [email, role]);

  it('list their own side only', async () => {
    const [organization, client] = await bothTeams(app);
    for (const { owner, admin } of [organization, client]) {
      expect(await team(app.as(owner.accessToken))).toEqual([
        [admin.user.email, 'admin'],
        [owner.user.email, 'owner'],
      ]);
    }
  });

  it('let owner and admins change roles, within the roles of their side', async () => {
    for (const { side, owner, admin } of await bothTeams(app)) {
      const [given, foreign] =
        side === 'client' ? (['member', 'viewer'] as const) : (['viewer', 'member'] as const);
      const member = await joinedMember(app, app.as(owner.accessToken), given);
      const [id, as] = [member.membership.id, app.as(admin.accessToken)];
      await expect(as.team.updateMember(id, { role: foreign })).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer: '/role' }],
      });
      const response = await send(app, 'PATCH', `/v1/team/members/${id}`, {
        token: admin.accessToken,
        body: { role: 'owner' },
      });
      expect(await problemOf(response)).toMatchObject({ errors: [{ pointer: '/role' }] });
      expect(await as.team.updateMember(id, { role: 'admin' })).toMatchObject({
        id,
        role: 'admin',
        email: member.user.email,
      });
      expect((await app.as(member.accessToken).me.get()).membership.role).toBe('admin');
      const event = (await eventsOf(app, owner)).at(-1);
      expect(event).toMatchObject({ type: 'member.role_changed', audience: side });
      expect(event?.data).toEqual({ memberId: id, userId: member.user.id, from: given, to: 'admin' });
    }
  });

  it('keep their owner: not removed, not demoted, not leaving', async () => {
    for (const { owner, admin } of await bothTeams(app)) {
      const id = owner.membership.id;
      for (const caller of [owner, admin]) {
        const as = app.as(caller.accessToken);
        await expect(as.team.removeMember(id)).rejects.toMatchObject(ownerRequired);
        await expect(as.team.updateMember(id, { role: 'admin' })).rejects.toMatchObject(ownerRequired);
      }
      expect((await app.as(owner.accessToken).me.get()).membership.role).toBe('owner');
    }
  });

  it('end a removed member’s sessions at once, and only those of that team', async () => {
    for (const { side, owner } of await bothTeams(app)) {
      const elsewhere = await signUp(app);
      const { url } = await inviteMember(app.as(owner.accessToken), 'admin');
      const member = await accept(app, tokenOf(url), elsewhere.user.email);
      await app.as(owner.accessToken).team.removeMember(member.membership.id);
      const out = { status: 401, code: 'token_invalid' };
      await expect(app.as(member.accessToken).me.get()).rejects.toMatchObject(out);
      await expect(app.as().auth.refresh({ refreshToken: member.refreshToken })).rejects.toMatchObject(out);
      await expect(app.as(owner.accessToken).team.removeMember(member.membership.id)).rejects.toMatchObject({
        status: 404,
      });
      expect((await app.as(elsewhere.accessToken).me.get()).memberships).toHaveLength(1);
      const event = (await eventsOf(app, owner)).at(-1);
      expect(event).toMatchObject({ type: 'member.left', audience: side, actor: { name: owner.user.name } });
      expect(event?.data).toEqual({ memberId: member.membership.id, userId: member.user.id, role: 'admin' });
    }
  });

  it('end the invitations into them that a removed or demoted admin made, and no others', async () => {
    for (const { side, owner, admin, lowest } of await bothTeams(app)) {
      const as = app.as(owner.accessToken);
      const second = await joinedMember(app, as, 'admin');
      const [ended, alsoEnded, mailed, kept] = [
        await inviteMember(app.as(admin.accessToken), lowest),
        await inviteMember(app.as(second.accessToken), lowest),
        await app
          .as(second.accessToken)
          .invitations.create({ kind: 'member', role: lowest, channel: 'email', email: newEmail() }),
        await inviteMember(as, lowest),
      ];
      await as.team.removeMember(admin.membership.id);
      expect((await eventsOf(app, owner)).at(-1)).toMatchObject({
        type: 'invitation.revoked',
        audience: side,
      });
      await as.team.updateMember(second.membership.id, { role: lowest });
      const { items } = await as.invitations.list({ status: 'revoked' });
      expect(items.map(({ id }) => id)).toEqual([mailed.id, alsoEnded.id, ended.id]);
      const { items: pending } = await as.invitations.list({ status: 'pending' });
      expect(pending.map(({ id }) => id)).toEqual([kept.id]);
      await expect(accept(app, tokenOf(ended.url), newEmail())).rejects.toMatchObject({
        status: 404,
        code: 'invitation_invalid',
      });
    }
  });

  it('let an admin leave', async () => {
    const [, { admin }] = await bothTeams(app);
    const as = app.as(admin.accessToken);
    await as.team.removeMember(admin.membership.id);
    await expect(as.me.get()).rejects.toMatchObject({ status: 401 });
  });

  it('pass their ownership on: the old owner is an admin and refused what only owners may', async () => {
    for (const { side, owner, admin } of await bothTeams(app)) {
      const [was, is] = [app.as(owner.accessToken), app.as(admin.accessToken)];
      const transfer = (memberId: string) => ({ memberId });
      await expect(is.team.transferOwnership(transfer(admin.membership.id))).rejects.toMatchObject(denied);
      expect(await was.team.transferOwnership(transfer(admin.membership.id))).toMatchObject({
        id: admin.membership.id,
        role: 'owner',
      });
      expect(await team(is)).toEqual([
        [admin.user.email, 'owner'],
        [owner.user.email, 'admin'],
      ]);
      await expect(was.team.transferOwnership(transfer(owner.membership.id))).rejects.toMatchObject(denied);
      const event = (await eventsOf(app, owner)).at(-1);
      expect(event).toMatchObject({ type: 'team.ownership_transferred', audience: side });
      expect(event?.data).toEqual({ from: owner.membership.id, to: admin.membership.id });
      expect((await is.team.transferOwnership(transfer(admin.membership.id))).role).toBe('owner');
    }
  });

  it('are changed by nobody below admin', async () => {
    for (const { side, owner, admin } of await bothTeams(app)) {
      const role = side === 'client' ? 'member' : 'dispatcher';
      const as = app.as((await joinedMember(app, app.as(owner.accessToken), role)).accessToken);
      expect(await team(as)).toHaveLength(3);
      const id = admin.membership.id;
      await expect(as.team.updateMember(id, { role: 'admin' })).rejects.toMatchObject(denied);
      await expect(as.team.removeMember(id)).rejects.toMatchObject(denied);
      await expect(as.team.transferOwnership({ memberId: id })).rejects.toMatchObject(denied);
    }
  });

  it('are closed to every other team, also to the organization of a client', async () => {
    const [organization, client] = await bothTeams(app);
    const [, stranger] = await bothTeams(app);
    const targets = [
      { caller: organization, target: client },
      { caller: client, target: organization },
      { caller: client, target: stranger },
    ];
    for (const { caller, target } of targets) {
      const token = caller.owner.accessToken;
      const answers = async (id: string) =>
        Promise.all(
          [
            await send(app, 'PATCH', `/v1/team/members/${id}`, { token, body: { role: 'admin' } }),
            await send(app, 'DELETE', `/v1/team/members/${id}`, { token }),
            await send(app, 'POST', '/v1/team/transfer-ownership', { token, body: { memberId: id } }),
          ].map(problemOf),
        );
      const foreign = await answers(target.admin.membership.id);
      expect(foreign).toEqual(await answers(uuidv7()));
      for (const problem of foreign) expect(problem).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  it('hold a change to the version that was read', async () => {
    const [{ owner, admin }] = await bothTeams(app);
    const [token, path] = [owner.accessToken, `/v1/team/members/${admin.membership.id}`];
    const first = await send(app, 'PATCH', path, { token, body: { role: 'viewer' } });
    const headers = { 'if-match': first.headers.get('etag')! };
    expect((await send(app, 'PATCH', path, { token, headers, body: { role: 'admin' } })).status).toBe(200);
    expect((await send(app, 'PATCH', path, { token, headers, body: { role: 'viewer' } })).status).toBe(412);
    expect((await send(app, 'DELETE', path, { token, headers })).status).toBe(412);
  });

  it('have exactly one owner, whoever transfers and removes whom at the same moment', async () => {
    for (const { side, owner } of await bothTeams(app)) {
      const { organization, client } = owner.membership;
      const team = { organizationId: organization.id, clientId: client?.id, role: 'admin' };
      const emails = await Promise.all(Array.from({ length: 6 }, () => addMember(app, team)));
      const admins: Session[] = [];
      for (const email of emails) admins.push(await app.as().auth.login({ email, password }));
      const everyone = [owner, ...admins];
      const watched = { done: false, counts: new Set<number>() };
      const watching = watchOwners(owner, watched);

      const races = Array.from({ length: 40 }, (_, n) => {
        const target = admins[n % admins.length]!.membership.id;
        const by = app.as(everyone[(n * 5) % everyone.length]!.accessToken).team;
        return n % 2 === 0
          ? app.as(owner.accessToken).team.transferOwnership({ memberId: target })
          : by.removeMember(target);
      });
      const answers = await Promise.allSettled(races);
      watched.done = true;
      await watching;

      const refusals = answers.flatMap((answer) =>
        answer.status === 'rejected' ? [answer.reason as object] : [],
      );
      for (const refusal of refusals)
        expect([401, 403, 404, 409]).toContain((refusal as { status: number }).status);
      const transfers = answers.filter(({ status }, n) => n % 2 === 0 && status === 'fulfilled');
      expect(transfers.length).toBeLessThanOrEqual(1);
      expect([side, ...watched.counts]).toEqual([side, 1]);
    }
  });

  /** Counts the team's owners again and again, as any reader would see them. */
  async function watchOwners(owner: Session, watched: { done: boolean; counts: Set<number> }): Promise<void> {
    const { organization, client } = owner.membership;
    do {
      const [row] = await app.database.query<{ owners: number }>(
        `select count(*)::int as owners from memberships
          where role = 'owner' and organization_id = $1 and client_id is not distinct from $2`,
        [organization.id, client?.id ?? null],
      );
      watched.counts.add(row!.owners);
    } while (!watched.done);
  }

  it('of which twenty transfers at once end with one new owner', async () => {
    const owner = await signUp(app);
    const organizationId = owner.membership.organization.id;
    await Promise.all(Array.from({ length: 20 }, () => addMember(app, { organizationId, role: 'viewer' })));
    const as = app.as(owner.accessToken);
    const { items } = await as.team.listMembers();
    const heirs = items.filter(({ role }) => role === 'viewer');
    const answers = await Promise.allSettled(
      heirs.map(({ id }) => as.team.transferOwnership({ memberId: id })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject(denied);
    const roles = (await as.team.listMembers()).items.map(({ role }) => role);
    expect(roles.filter((role) => role === 'owner')).toHaveLength(1);
    expect(roles.filter((role) => role === 'admin')).toHaveLength(1);
  });
});
