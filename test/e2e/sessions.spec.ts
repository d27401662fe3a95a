import { call } from '../support/http.js';
import { mailInFolder } from '../support/mailbox.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const other = 'seven quiet lanterns over water';

describe('sessions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const signIn = (email: string, typed = password) => app.as().auth.login({ email, password: typed });
  const refresh = (refreshToken: string, membershipId?: string) =>
    app.as().auth.refresh({ refreshToken, membershipId });
  const out = { status: 401, code: 'token_invalid' };

  it('go on with each new refresh token, and end when an old one comes back', async () => {
    const first = await signUp(app);
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect((await app.as(third.accessToken).me.get()).user.id).toBe(first.user.id);

    await expect(refresh(first.refreshToken)).rejects.toMatchObject(out);
    await expect(refresh(third.refreshToken)).rejects.toMatchObject(out);
    await expect(app.as(third.accessToken).me.get()).rejects.toMatchObject(out);
  });

  it('give one of twenty refreshes at once the next token, and then end', async () => {
    const { refreshToken } = await signUp(app);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => refresh(refreshToken)));
    const won = answers.filter((answer) => answer.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await expect(refresh(won[0]!.value.refreshToken)).rejects.toMatchObject(out);
  });

  it('end for good when their time has come, however often they were refreshed', async () => {
    const session = await refresh((await signUp(app)).refreshToken);
    await app.database.query(`update sessions set expires_at = now() where user_id = $1`, [session.user.id]);
    await expect(refresh(session.refreshToken)).rejects.toMatchObject(out);
    await expect(app.as(session.accessToken).me.get()).rejects.toMatchObject(out);
  });

  it('end at once by logging out', async () => {
    const session = await signUp(app);
    await app.as().auth.logout({ refreshToken: session.refreshToken });
    await expect(app.as(session.accessToken).me.get()).rejects.toMatchObject(out);
    await app.as().auth.logout({ refreshToken: 'no such token' });
  });

  it('are listed, and each can be ended by its owner alone', async () => {
    const laptop = await signUp(app);
    const phone = await signIn(laptop.user.email);
    const { items } = await app.as(phone.accessToken).me.listSessions();
    expect(items.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);

    const stranger = app.as((await signUp(app)).accessToken);
    const [, theirs] = items;
    const missing = { status: 404, code: 'not_found' };
    await expect(stranger.me.endSession(theirs!.id)).rejects.toMatchObject(missing);
    await app.as(phone.accessToken).me.endSession(theirs!.id);
    await expect(app.as(laptop.accessToken).me.get()).rejects.toMatchObject(out);
    await expect(app.as(phone.accessToken).me.endSession(theirs!.id)).rejects.toMatchObject(missing);
    expect((await app.as(phone.accessToken).me.listSessions()).items).toHaveLength(1);
  });

  it('page through their list', async () => {
    const owner = await signUp(app);
    await signIn(owner.user.email);
    const last = app.as((await signIn(owner.user.email)).accessToken);
    const first = await last.me.listSessions({ limit: 2 });
    const rest = await last.me.listSessions({ limit: 2, cursor: first.nextCursor! });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
  });

  it('end when the member leaves or the client is archived', async () => {
    const owner = await signUp(app);
    const client = await addClient(app, owner);
    await app.database.query('update clients set status = $2 where id = $1', [client.id, 'archived']);
    await expect(app.as(client.token).me.get()).rejects.toMatchObject(out);
    await expect(signIn(client.email)).rejects.toMatchObject({ status: 401, code: 'credentials_invalid' });
    await app.database.query('update clients set status = $2 where id = $1', [client.id, 'active']);
    expect((await app.as(client.token).me.get()).membership.side).toBe('client');
    await app.database.query('delete from memberships where client_id = $1', [client.id]);
    await expect(app.as(client.token).me.get()).rejects.toMatchObject(out);
  });

  describe('of a person in two teams', () => {
    it('are for one of them, and change over with a refresh', async () => {
      const [mine, theirs] = [await signUp(app, 'Mine'), await signUp(app, 'Theirs')];
      await app.database.query(
        `insert into memberships (id, user_id, organization_id, role, created_at, updated_at)
         values (gen_random_uuid(), $1, $2, 'viewer', now(), now())`,
        [mine.user.id, theirs.membership.organization.id],
      );
      const { memberships } = await app.as(mine.accessToken).me.get();
      expect(memberships.map(({ organization, role }) => [organization.name, role]).sort()).toEqual([
        ['Mine', 'owner'],
        ['Theirs', 'viewer'],
      ]);
      const there = memberships.find(({ role }) => role === 'viewer')!;
      const moved = await refresh(mine.refreshToken, there.id);
      expect(moved.membership).toEqual(there);
      expect((await app.as(moved.accessToken).me.get()).membership.id).toBe(there.id);
      await expect(app.as(mine.accessToken).me.get()).rejects.toMatchObject(out);

      const direct = await app.as().auth.login({ email: mine.user.email, password, membershipId: there.id });
      expect(direct.membership.id).toBe(there.id);
    });

    it('know a team by its id in capitals too', async () => {
      const { user, membership } = await signUp(app);
      const membershipId = membership.id.toUpperCase();
      const session = await app.as().auth.login({ email: user.email, password, membershipId });
      expect(session.membership.id).toBe(membership.id);
      expect((await refresh(session.refreshToken, membershipId)).membership.id).toBe(membership.id);
    });

    it('do not change over to a team of somebody else, and stay good', async () => {
      const [mine, theirs] = [await signUp(app), await signUp(app)];
      await expect(refresh(mine.refreshToken, theirs.membership.id)).rejects.toMatchObject({ status: 404 });
      expect((await refresh(mine.refreshToken)).membership.id).toBe(mine.membership.id);
      await expect(
        app.as().auth.login({ email: mine.user.email, password, membershipId: theirs.membership.id }),
      ).rejects.toMatchObject({ status: 401, code: 'credentials_invalid' });
    });
  });

  describe('and the account', () => {
    it('takes another name, held to the version that was read', async () => {
      const me = app.as((await signUp(app)).accessToken);
      expect((await me.me.update({ name: 'Bo Reyes' })).user.name).toBe('Bo Reyes');
      const stale = await fetch(`${app.url}/v1/me`, {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${(await signUp(app)).accessToken}`,
          'content-type': 'application/json',
          'if-match': '"7"',
        },
        body: '{"name":"Late"}',
      });
      expect(stale.status).toBe(412);
    });

    it('takes another password, which ends the other sessions and the old password', async () => {
      const here = await signUp(app);
      const elsewhere = await signIn(here.user.email);
      const change = (currentPassword: string) =>
        app.as(here.accessToken).me.changePassword({ currentPassword, password: other });
      await expect(change('not the one I have')).rejects.toMatchObject({ code: 'credentials_invalid' });
      await change(password);
      await expect(app.as(elsewhere.accessToken).me.get()).rejects.toMatchObject(out);
      await expect(refresh(elsewhere.refreshToken)).rejects.toMatchObject(out);
      expect((await app.as(here.accessToken).me.get()).user.id).toBe(here.user.id);
      await expect(signIn(here.user.email)).rejects.toMatchObject({ code: 'credentials_invalid' });
      expect((await signIn(here.user.email, other)).user.id).toBe(here.user.id);
    });

    it.each([
      ['fourteen chars', 'needs 15'],
      ['plum tractor '.repeat(10).trim(), '128'],
      ['passwordpasswordpassword', 'too easy'],
      ['correct horse battery staple', 'too easy'],
      ['123456789012345', 'too easy'],
    ])('refuses the password %s', async (bad, why) => {
      const me = app.as((await signUp(app)).accessToken);
      const attempt = me.me.changePassword({ currentPassword: password, password: bad });
      await expect(attempt).rejects.toMatchObject({
        status: 400,
        errors: [{ pointer: '/password', detail: expect.stringContaining(why) as string }],
      });
    });
  });

  describe('and a forgotten password', () => {
    const ask = (email: string) => app.as().auth.requestPasswordReset({ email });
    const confirm = (token: string) => app.as().auth.confirmPasswordReset({ token, password: other });

    it('is asked for with the same answer, whether anybody has the e-mail or not', async () => {
      const { user } = await signUp(app);
      expect(await ask(user.email)).toEqual(await ask('nobody-at-all@example.org'));
    });

    it('is set anew by the mail’s link, once, and ends all sessions', async () => {
      const session = await signUp(app);
      await ask(session.user.email);
      const token = await tokenMailedTo(session.user.email);
      const answers = await Promise.allSettled(Array.from({ length: 20 }, () => confirm(token)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(confirm(token)).rejects.toMatchObject(out);
      await expect(app.as(session.accessToken).me.get()).rejects.toMatchObject(out);
      await expect(refresh(session.refreshToken)).rejects.toMatchObject(out);
      expect((await signIn(session.user.email, other)).user.id).toBe(session.user.id);
    });

    it('lets its owner in at once with the new one, however many wrong ones were typed before', async () => {
      const { user } = await signUp(app);
      for (let n = 0; n < 10; n += 1)
        await expect(signIn(user.email, 'wrong wrong wrong')).rejects.toMatchObject({ status: 401 });
      await app.database.query(
        `update sign_in_counters set next_attempt_at = now() + interval '1 minute' where failures >= allowance`,
      );
      await expect(signIn(user.email, other)).rejects.toMatchObject({ status: 429 });
      await ask(user.email);
      await confirm(await tokenMailedTo(user.email));
      expect((await signIn(user.email, other)).user.id).toBe(user.id);
    });

    it('has a link that expires, is kept nowhere, and cannot be made up', async () => {
      const { user } = await signUp(app);
      await ask(user.email);
      const token = await tokenMailedTo(user.email);
      const [id, secret] = token.split('.');
      const stored = await app.database.query<{ row: string }>(
        'select r::text as row from password_resets r',
      );
      const jobs = await app.database.query<{ row: string }>('select j::text as row from jobs j');
      expect([...stored, ...jobs].filter(({ row }) => row.includes(secret!))).toEqual([]);
      await expect(confirm(`${id}.${'A'.repeat(43)}`)).rejects.toMatchObject(out);
      await expect(confirm('nonsense')).rejects.toMatchObject(out);
      await app.database.query('update password_resets set expires_at = now() where id = $1', [id]);
      await expect(confirm(token)).rejects.toMatchObject(out);
    });

    it('is void once the password was changed another way', async () => {
      const session = await signUp(app);
      await ask(session.user.email);
      const token = await tokenMailedTo(session.user.email);
      await app
        .as(session.accessToken)
        .me.changePassword({ currentPassword: password, password: 'nine amber kites in the rain' });
      await expect(confirm(token)).rejects.toMatchObject(out);
    });

    async function tokenMailedTo(email: string): Promise<string> {
      const { text } = await mailInFolder(app.dataDir, email);
      return /\?token=([\w.-]+)/.exec(text ?? '')![1]!;
    }
  });

  describe('and guessing at passwords', () => {
    const wrong = [401, 'credentials_invalid'];
    const slow = [429, 'rate_limited'];
    /** Without the SDK, which would wait and try again. */
    const guess = async (email: string, typed = 'wrong wrong wrong') => {
      const { status, json, headers } = await call(app, 'POST', '/v1/auth/login', {
        body: { email, password: typed },
      });
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      return [status, json.code];
    };
    /** So that no slow machine sits a wait out. */
    const lengthenWaits = () =>
      app.database.query(
        `update sign_in_counters set next_attempt_at = now() + interval '1 minute'
          where allowance = 10 and failures >= allowance`,
      );

    it.each([
      ['a known e-mail', async () => (await signUp(app)).user.email],
      ['an unknown e-mail', () => Promise.resolve('who-is-this@example.org')],
    ])('is slowed down after ten failures for %s', async (_, emailOf) => {
      const email = await emailOf();
      for (let failure = 0; failure < 10; failure += 1) expect(await guess(email)).toEqual(wrong);
      await lengthenWaits();
      expect(await guess(email)).toEqual(slow);
    });

    it('is no faster in parallel', async () => {
      const { user } = await signUp(app);
      const answers = await Promise.all(Array.from({ length: 40 }, () => guess(user.email)));
      expect(answers.filter(([status]) => status === 401)).toHaveLength(10);
    });

    it('does not end the sessions of the owner, who is let in again after the wait', async () => {
      const session = await signUp(app);
      await Promise.all(Array.from({ length: 15 }, () => guess(session.user.email)));
      await lengthenWaits();
      expect(await guess(session.user.email, password)).toEqual(slow);
      expect((await refresh(session.refreshToken)).user.id).toBe(session.user.id);
      await app.database.query('update sign_in_counters set next_attempt_at = now()');
      expect((await signIn(session.user.email)).user.id).toBe(session.user.id);
    });
  });

  it('slow guessers elsewhere down without locking the owner’s own address out', async () => {
    const behindProxy = await startTestApp({ env: { TRUST_PROXY: 'true' } });
    try {
      const { user } = await signUp(behindProxy);
      const from = async (address: string, typed: string) => {
        const response = await fetch(`${behindProxy.url}/v1/auth/login`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: JSON.stringify({ email: user.email, password: typed }),
        });
        await response.body?.cancel();
        return response.status;
      };
      expect(await from('198.51.100.7', password)).toBe(200);
      expect(await from('203.0.113.5', 'wrong wrong wrong')).toBe(401);
      await behindProxy.database.query(
        `update sign_in_counters set failures = 150, next_attempt_at = now() + interval '1 minute' where allowance = 100`,
      );
      expect(await from('192.0.2.1', 'wrong wrong wrong')).toBe(429);
      expect(await from('198.51.100.7', password)).toBe(200);
    } finally {
      await behindProxy.close();
    }
  });

  it('are refused to members of nothing', async () => {
    const owner = await signUp(app);
    const email = await addMember(app, { organizationId: owner.membership.organization.id, role: 'viewer' });
    await app.database.query(
      'delete from memberships m using users u where u.id = m.user_id and u.email = $1',
      [email],
    );
    await expect(signIn(email)).rejects.toMatchObject({ status: 401, code: 'credentials_invalid' });
  });
});
