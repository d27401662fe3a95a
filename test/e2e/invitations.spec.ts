import { v7 as uuidv7 } from 'uuid';
import type { ListInvitationsQuery, Session } from '../../sdk/src/index.js';
import { ClientCodes } from '../../src/modules/clients/client-codes.js';
import {
  accept,
  eventsOf,
  inviteClient,
  joinedClient,
  joinedMember,
  newEmail,
  newOwner,
  tokenOf,
} from '../support/invitations.js';
import { mailInFolder } from '../support/mailbox.js';
import { problemOf, send } from '../support/raw.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const gone = { status: 404, code: 'invitation_invalid' };
const denied = { status: 403, code: 'permission_denied' };
const weak = 'short';
const otherPassword = 'copper lanterns drift slowly';

describe('invitations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const lookUp = (token: string) => app.as().invitations.lookup({ token });

  /** Makes an invitation expire or renews it, as time would. */
  const setExpiry = (id: string, interval: string) =>
    app.database.query(`update invitations set expires_at = now() + $2::interval where id = $1`, [
      id,
      interval,
    ]);

  it('bring a client’s first user in as its owner, and give the client its Client ID', async () => {
    const { as: owner, session: inviter } = await newOwner(app);
    const { client, token } = await inviteClient(owner);
    expect(client).toMatchObject({ status: 'invited', clientCode: null });
    expect(client.invitation).toMatchObject({
      kind: 'client',
      channel: 'link',
      role: 'owner',
      status: 'pending',
      clientId: client.id,
      invitedBy: { name: 'Ada Park' },
    });
    expect(await lookUp(token)).toMatchObject({
      kind: 'client',
      organization: { name: 'Swift Wheels', testMode: false },
      client: { companyName: 'Book Nook' },
      invitedBy: { name: 'Ada Park' },
      email: null,
      emailIsFixed: false,
    });

    const email = newEmail();
    const session = await accept(app, token, email);
    expect(session.user).toMatchObject({ email, name: 'Bo Reyes' });
    expect(session.membership).toMatchObject({ side: 'client', role: 'owner' });
    const clientCode = session.membership.client?.clientCode;
    expect(clientCode).toMatch(/^CL-[2-9A-HJKMNP-Z]{6}$/);
    expect(await owner.clients.get(client.id)).toMatchObject({ status: 'active', clientCode });
    expect((await app.as(session.accessToken).me.get()).user.email).toBe(email);

    const events = (await eventsOf(app, inviter)).slice(-4);
    expect(events.map(({ type, audience }) => [type, audience])).toEqual([
      ['client.created', 'organization'],
      ['invitation.created', 'organization'],
      ['client.activated', 'both'],
      ['member.joined', 'client'],
    ]);
    expect(events.map(({ actor }) => actor.name)).toEqual(['Ada Park', 'Ada Park', 'Bo Reyes', 'Bo Reyes']);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  it('are used once: of twenty who accept at the same moment, one gets in', async () => {
    const { as: owner } = await newOwner(app);
    const { session: known } = await newOwner(app);
    for (const emails of [
      Array.from({ length: 20 }, (_, n) => newEmail(`racer${n}`)),
      Array.from<string>({ length: 20 }).fill(newEmail('impatient')),
      Array.from<string>({ length: 20 }).fill(known.user.email),
    ]) {
      const { client, token } = await inviteClient(owner);
      const answers = await Promise.allSettled(emails.map((email) => accept(app, token, email)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const answer of answers)
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject(gone);
      expect((await owner.clients.listMembers(client.id)).items).toHaveLength(1);
      await expect(accept(app, token, newEmail())).rejects.toMatchObject(gone);
    }
  });

  it('of which two are open for one client make one owner', async () => {
    const { as: owner } = await newOwner(app);
    const { client, token } = await inviteClient(owner);
    const second = await owner.invitations.create({ kind: 'client', clientId: client.id, channel: 'link' });
    const answers = await Promise.allSettled(
      [token, tokenOf(second.url)].map((one, n) => accept(app, one, newEmail(`first${n}`))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(gone);
    const { items } = await owner.invitations.list({ clientId: client.id });
    expect(items.map(({ status }) => status).sort()).toEqual(['accepted', 'revoked']);
  });

  it('give the same answer when used, revoked, expired, renewed, unknown or of an archived client', async () => {
    const { as: owner } = await newOwner(app);
    const made = await Promise.all(Array.from({ length: 5 }, () => inviteClient(owner)));
    const [used, revoked, expired, renewed, archived] = made as [
      (typeof made)[0],
      (typeof made)[0],
      (typeof made)[0],
      (typeof made)[0],
      (typeof made)[0],
    ];
    await accept(app, used.token, newEmail());
    await owner.invitations.revoke(revoked.client.invitation!.id);
    await setExpiry(expired.client.invitation!.id, '-1 second');
    const again = await owner.invitations.resend(renewed.client.invitation!.id);
    await owner.clients.archive(archived.client.id);

    const problems: object[] = [];
    for (const token of [...made.map(({ token }) => token), 'x', 'y'.repeat(43)]) {
      const guest = { token, name: 'Bo Reyes', email: newEmail(), password };
      for (const [action, body] of [
        ['lookup', { token }],
        ['accept', guest],
        ['accept', { ...guest, password: weak }],
      ] as const) {
        const response = await send(app, 'POST', `/v1/invitations/${action}`, { body });
        expect(response.status).toBe(404);
        problems.push(await problemOf(response));
      }
    }
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect((await accept(app, tokenOf(again.url), newEmail())).membership.role).toBe('owner');
  });

  it('last seven days, and seven more when sent again', async () => {
    const { as: owner } = await newOwner(app);
    const { client } = await inviteClient(owner);
    const { id } = client.invitation!;
    const days = async () => {
      const [row] = await app.database.query<{ days: number }>(
        `select round(extract(epoch from expires_at - now()) / 86400)::int as days from invitations where id = $1`,
        [id],
      );
      return row!.days;
    };
    expect(await days()).toBe(7);
    await setExpiry(id, '-1 day');
    expect((await owner.invitations.list()).items[0]).toMatchObject({ id, status: 'expired' });
    const again = await owner.invitations.resend(id);
    expect(again).toMatchObject({ id, status: 'pending' });
    expect(await days()).toBe(7);
    expect((await lookUp(tokenOf(again.url))).kind).toBe('client');
  });

  it('that were used or revoked are neither sent again nor revoked', async () => {
    const { as: owner, session } = await newOwner(app);
    const [used, revoked] = [await inviteClient(owner), await inviteClient(owner)];
    await accept(app, used.token, newEmail());
    await owner.invitations.revoke(revoked.client.invitation!.id);
    for (const { client } of [used, revoked]) {
      const { id } = client.invitation!;
      const refusal = { status: 409, code: 'invitation_not_pending' };
      await expect(owner.invitations.resend(id)).rejects.toMatchObject(refusal);
      await expect(owner.invitations.revoke(id)).rejects.toMatchObject(refusal);
    }
    const types = (await eventsOf(app, session)).map(({ type }) => type);
    expect(types.filter((type) => type === 'invitation.revoked')).toHaveLength(1);
  });

  it('are not made for clients that have signed up or are archived', async () => {
    const { as: owner } = await newOwner(app);
    const { client } = await joinedClient(app, owner);
    const invite = (clientId: string) =>
      owner.invitations.create({ kind: 'client', clientId, channel: 'link' });
    await expect(invite(client.id)).rejects.toMatchObject({ status: 409, code: 'client_already_active' });
    const archived = await inviteClient(owner);
    await owner.clients.archive(archived.client.id);
    await expect(invite(archived.client.id)).rejects.toMatchObject({ status: 409, code: 'client_archived' });
    await expect(owner.invitations.resend(archived.client.invitation!.id)).rejects.toMatchObject({
      status: 409,
      code: 'client_archived',
    });
  });

  it('let a client’s members in with the role they name', async () => {
    const { as: owner } = await newOwner(app);
    const joined = await joinedClient(app, owner);
    for (const role of ['admin', 'member'] as const) {
      const session = await joinedMember(app, joined.as, role);
      expect(session.membership).toMatchObject({ side: 'client', role, client: { id: joined.client.id } });
    }
    expect((await joined.as.team.listMembers()).items.map(({ role }) => role)).toEqual([
      'member',
      'admin',
      'owner',
    ]);
  });

  it('let the organization’s own people in; dispatchers invite clients only', async () => {
    const { as: owner, session } = await newOwner(app);
    const admin = await joinedMember(app, owner, 'admin');
    const dispatcher = await joinedMember(app, app.as(admin.accessToken), 'dispatcher');
    const viewer = await joinedMember(app, owner, 'viewer');
    expect(viewer.membership).toMatchObject({ side: 'organization', role: 'viewer', client: null });
    const member = { kind: 'member', role: 'viewer', channel: 'link' } as const;
    const pending = await owner.invitations.create(member);
    const as = app.as(dispatcher.accessToken);
    expect((await inviteClient(as)).client.status).toBe('invited');
    await expect(as.invitations.create(member)).rejects.toMatchObject(denied);
    await expect(as.invitations.resend(pending.id)).rejects.toMatchObject(denied);
    await expect(as.invitations.revoke(pending.id)).rejects.toMatchObject(denied);
    await expect(app.as(viewer.accessToken).invitations.create(member)).rejects.toMatchObject(denied);
    expect((await eventsOf(app, session)).at(-2)).toMatchObject({ actor: { name: dispatcher.user.name } });
  });

  it('name a role of the team they are for', async () => {
    const { as: owner, token } = await newOwner(app);
    const { session: client } = await joinedClient(app, owner);
    for (const [accessToken, role] of [
      [token, 'member'],
      [token, 'owner'],
      [client.accessToken, 'viewer'],
      [client.accessToken, 'dispatcher'],
      [client.accessToken, 'owner'],
    ] as const) {
      const body = { kind: 'member', role, channel: 'link' };
      const response = await send(app, 'POST', '/v1/invitations', { token: accessToken, body });
      expect(await problemOf(response)).toMatchObject({ status: 400, errors: [{ pointer: '/role' }] });
    }
  });

  it('are not a client member’s to make or to see, nor a client’s to make for clients', async () => {
    const { as: owner } = await newOwner(app);
    const { as, client } = await joinedClient(app, owner);
    const member = app.as((await joinedMember(app, as, 'member')).accessToken);
    const body = { kind: 'member', role: 'member', channel: 'link' } as const;
    await expect(member.invitations.create(body)).rejects.toMatchObject(denied);
    await expect(member.invitations.list()).rejects.toMatchObject(denied);
    expect((await member.team.listMembers()).items).toHaveLength(2);
    await expect(
      as.invitations.create({ kind: 'client', clientId: client.id, channel: 'link' }),
    ).rejects.toMatchObject(denied);
  });

  it('are not made for somebody who is in the team, but may go to one who is in another', async () => {
    const { as: owner, session } = await newOwner(app);
    const { as, session: client } = await joinedClient(app, owner);
    const invite = (role: 'admin', email: string) =>
      ({ kind: 'member', role, email, channel: 'link' }) as const;
    const refusal = { status: 409, code: 'already_member' };
    await expect(owner.invitations.create(invite('admin', session.user.email))).rejects.toMatchObject(
      refusal,
    );
    await expect(as.invitations.create(invite('admin', client.user.email))).rejects.toMatchObject(refusal);
    expect((await as.invitations.create(invite('admin', session.user.email))).status).toBe('pending');
    expect((await owner.invitations.create(invite('admin', client.user.email))).status).toBe('pending');
  });

  describe('accepted with an e-mail that has an account', () => {
    const joining = async (): Promise<{ known: Session; token: string }> => ({
      known: (await newOwner(app)).session,
      token: (await inviteClient((await newOwner(app)).as)).token,
    });
    const tryWith = (token: string, email: string, typed: string) =>
      app.as().invitations.accept({ token, name: 'Impostor', email, password: typed });

    it('join with its own password and keep their name', async () => {
      const { known, token } = await joining();
      const session = await tryWith(token, known.user.email, password);
      expect(session.user).toEqual(known.user);
      expect(session.memberships).toHaveLength(2);
      expect(session.membership.side).toBe('client');
    });

    it('are refused with another password where they were invited by mail, and the invitation stays good', async () => {
      const known = (await newOwner(app)).session;
      const inviting = (await newOwner(app)).as;
      await inviting.clients.create({
        companyName: 'Book Nook',
        contactEmail: known.user.email,
        invitation: { channel: 'email' },
      });
      const mail = await mailInFolder(app.dataDir, known.user.email);
      const token = tokenOf(mail.text!.match(/\S+\?token=\S+/)?.[0]);
      await expect(tryWith(token, known.user.email, otherPassword)).rejects.toMatchObject({
        status: 401,
        code: 'credentials_invalid',
      });
      expect((await tryWith(token, known.user.email, password)).membership.role).toBe('owner');
    });

    it('are slowed down when somebody guesses, whether the e-mail has an account or not', async () => {
      const { known, token } = await joining();
      for (const email of [known.user.email, newEmail()]) {
        const statuses: number[] = [];
        for (let guess = 0; guess < 11; guess += 1) {
          const body = { token, name: 'Bo', email, password: weak };
          statuses.push((await send(app, 'POST', '/v1/invitations/accept', { body })).status);
        }
        expect(statuses).toEqual([...Array.from({ length: 10 }).fill(400), 429]);
      }
      expect((await lookUp(token)).kind).toBe('client');
    });

    it('may have a password that the rules of today would refuse', async () => {
      const { known, token } = await joining();
      const { hashPassword } = await import('../../src/auth/identity/passwords.js');
      await app.database.query('update users set password_hash = $2 where id = $1', [
        known.user.id,
        await hashPassword(weak),
      ]);
      expect((await tryWith(token, known.user.email, weak)).user.id).toBe(known.user.id);
    });

    it('do not let the holder of a link find out, with a weak password, which e-mails have accounts', async () => {
      const { known, token } = await joining();
      const problems = await Promise.all(
        [known.user.email, newEmail()].map(async (email) => {
          const body = { token, name: 'Bo', email, password: weak };
          return problemOf(await send(app, 'POST', '/v1/invitations/accept', { body }));
        }),
      );
      expect(problems[0]).toEqual(problems[1]);
      expect(problems[0]).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] });
      expect((await lookUp(token)).kind).toBe('client');
    });

    it('are refused where they are a member already, and the invitation stays good', async () => {
      const { as, session } = await joinedClient(app, (await newOwner(app)).as);
      const { url } = await as.invitations.create({ kind: 'member', role: 'member', channel: 'link' });
      await expect(tryWith(tokenOf(url), session.user.email, password)).rejects.toMatchObject({
        status: 409,
        code: 'already_member',
      });
      expect((await lookUp(tokenOf(url))).kind).toBe('member');
    });
  });

  it('by link need an e-mail, from the guest or from the invitation', async () => {
    const { as: owner } = await newOwner(app);
    const { token } = await inviteClient(owner);
    await expect(accept(app, token)).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/email', code: 'required' }],
    });
    const email = newEmail();
    const { url } = await owner.invitations.create({
      kind: 'member',
      role: 'viewer',
      channel: 'link',
      email,
    });
    expect((await accept(app, tokenOf(url))).user.email).toBe(email);
  });

  it('accepted in the same moment by one new e-mail for two teams make one person with two memberships', async () => {
    const invited = await Promise.all([
      inviteClient((await newOwner(app)).as),
      inviteClient((await newOwner(app)).as),
    ]);
    const email = newEmail();
    const sessions = await Promise.all(invited.map(({ token }) => accept(app, token, email)));
    expect(sessions[0]!.user).toEqual(sessions[1]!.user);
    expect((await app.as(sessions[0]!.accessToken).me.get()).memberships).toHaveLength(2);
  });

  it('make another Client ID when the first one is taken', async () => {
    const { as: owner } = await newOwner(app);
    const { session } = await joinedClient(app, owner);
    const taken = session.membership.client!.clientCode!;
    const codes = app.nest.get(ClientCodes);
    const next = codes.next.bind(codes);
    const answers = [taken, taken];
    codes.next = () => answers.shift() ?? next();
    const { session: second } = await joinedClient(app, owner);
    expect(answers).toEqual([]);
    expect(second.membership.client!.clientCode).toMatch(/^CL-[2-9A-HJKMNP-Z]{6}$/);
    expect(second.membership.client!.clientCode).not.toBe(taken);
  });

  it('are listed newest first by status; a client’s own are not its organization’s to see', async () => {
    const { as: owner, session } = await newOwner(app);
    const { client, as } = await joinedClient(app, owner);
    const own = await as.invitations.create({
      kind: 'member',
      role: 'member',
      channel: 'link',
      email: newEmail(),
    });
    const team = await owner.invitations.create({ kind: 'member', role: 'viewer', channel: 'link' });
    const waiting = await inviteClient(owner);
    const revoked = await inviteClient(owner);
    await owner.invitations.revoke(revoked.client.invitation!.id);

    const seen = async (query: ListInvitationsQuery) =>
      (await owner.invitations.list(query)).items.map(({ id }) => id);
    const acceptedId = (await seen({ status: 'accepted' }))[0]!;
    const expected = [revoked.client.invitation!.id, waiting.client.invitation!.id, team.id, acceptedId];
    expect(await seen({})).toEqual(expected);
    expect(await seen({ status: 'pending' })).toEqual([expected[1], expected[2]]);
    expect(await seen({ status: 'revoked' })).toEqual([expected[0]]);
    expect(await seen({ status: 'expired' })).toEqual([]);
    expect(await seen({ kind: 'member' })).toEqual([team.id]);
    expect(await seen({ clientId: client.id })).toEqual([acceptedId]);
    const first = await owner.invitations.list({ limit: 3 });
    const rest = await owner.invitations.list({ limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(expected);

    const { items } = await as.invitations.list();
    expect(items.map(({ id }) => id)).toEqual([own.id]);
    expect(items[0]).not.toHaveProperty('url');
    expect(items[0]).toMatchObject({ invitedBy: { name: 'Bo Reyes' }, role: 'member', status: 'pending' });

    const event = (await eventsOf(app, session)).find(({ data }) => data.invitationId === own.id);
    expect(event).toMatchObject({ type: 'invitation.created', audience: 'client', client_id: client.id });
  });

  it('of others are not there: not a client’s own for its organization, nor a neighbour’s', async () => {
    const [mine, neighbour] = [await newOwner(app), await newOwner(app)];
    const { as, session: client } = await joinedClient(app, mine.as);
    const own = await as.invitations.create({ kind: 'member', role: 'member', channel: 'link' });
    const { client: waiting } = await inviteClient(mine.as);
    for (const [token, id] of [
      [mine.token, own.id],
      [neighbour.token, own.id],
      [neighbour.token, waiting.invitation!.id],
      [client.accessToken, waiting.invitation!.id],
    ] as const) {
      const answers = async (target: string) => [
        await problemOf(await send(app, 'POST', `/v1/invitations/${target}/resend`, { token })),
        await problemOf(await send(app, 'DELETE', `/v1/invitations/${target}`, { token })),
      ];
      const foreign = await answers(id);
      expect(foreign).toEqual(await answers(uuidv7()));
      expect(foreign[0]).toMatchObject({ status: 404, code: 'not_found' });
    }
    expect((await lookUp(tokenOf(own.url))).kind).toBe('member');
  });
});

describe.each([
  ['filters', { filters: true, policies: false }],
  ['policies', { filters: false, policies: true }],
])('invitations behind %s alone', (_name, walls) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ walls });
  });
  afterAll(() => app.close());

  it('hide a client’s own from its organization', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { as } = await joinedClient(app, owner);
    const { id } = await as.invitations.create({ kind: 'member', role: 'member', channel: 'link' });
    expect((await owner.invitations.list({ kind: 'member' })).items).toEqual([]);
    await expect(owner.invitations.revoke(id)).rejects.toMatchObject({ status: 404 });
    expect((await as.invitations.list()).items.map((item) => item.id)).toEqual([id]);
    expect((await owner.team.listMembers()).items.map(({ role }) => role)).toEqual(['owner']);
  });
});
