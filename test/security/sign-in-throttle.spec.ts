import { SignInThrottle } from '../../src/auth/sessions/sign-in-throttle.js';
import { call } from '../support/http.js';
import { newEmail, tokenOf } from '../support/invitations.js';
import { openRival } from '../support/row-locks.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const wrong = 'wrong wrong wrong wrong';

describe('guessing at passwords from one address', () => {
  let app: TestApp;
  let addresses = 0;
  beforeAll(async () => {
    app = await startTestApp({ env: { TRUST_PROXY: 'true', SIGNUPS_PER_HOUR: '6' } });
  });
  afterAll(() => app.close());

  const newAddress = () => `198.51.100.${(addresses += 1)}`;
  const post = async (path: string, address: string, body: object) => {
    const { status, headers } = await call(app, 'POST', path, {
      body,
      headers: { 'x-forwarded-for': address },
    });
    if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    return status;
  };
  const signIn = (address: string, email: string, typed = password) =>
    post('/v1/auth/login', address, { email, password: typed });
  /** Puts every counter of an address, which has its own allowance, at its limit, its wait running. */
  const exhaustAddress = () =>
    app.database.query(
      `update sign_in_counters set failures = 200, next_attempt_at = now() + interval '1 minute' where allowance = 200`,
    );
  const addressFailures = async () =>
    (
      await app.database.query<{ n: number }>(
        'select coalesce(max(failures), 0)::int as n from sign_in_counters where allowance = 200',
      )
    )[0]!.n;

  it('goes on waiting when the guesser signs in to an account of their own', async () => {
    const [{ user: own }, address] = [await signUp(app), newAddress()];
    expect(await signIn(address, own.email)).toBe(200);
    expect(await signIn(address, newEmail(), wrong)).toBe(401);
    await exhaustAddress();
    expect(await signIn(address, newEmail(), wrong)).toBe(429);
    expect(await signIn(address, own.email)).toBe(200);
    expect(await signIn(address, newEmail(), wrong)).toBe(429);
    await app.database.query('delete from sign_in_counters where allowance = 200');
  });

  it('counts none of the others’ successes and forgives none of the failures', async () => {
    const [{ user: first }, { user: second }, address] = [await signUp(app), await signUp(app), newAddress()];
    for (let n = 0; n < 3; n += 1) expect(await signIn(address, newEmail(), wrong)).toBe(401);
    for (const { email } of [first, second, first, second]) expect(await signIn(address, email)).toBe(200);
    expect(await addressFailures()).toBe(3);
  });

  it('does not lock out an owner who has signed in from there before', async () => {
    const [{ user }, address] = [await signUp(app), newAddress()];
    expect(await signIn(address, user.email)).toBe(200);
    for (let n = 0; n < 10; n += 1) expect(await signIn(address, user.email, wrong)).toBe(401);
    expect(await signIn(address, user.email)).toBe(200);
  });

  it('has to wait even where the owner has signed in from, after some more failures', async () => {
    const [{ user }, address] = [await signUp(app), newAddress()];
    expect(await signIn(address, user.email)).toBe(200);
    const answers = await Promise.all(Array.from({ length: 60 }, () => signIn(address, user.email, wrong)));
    expect(answers.filter((status) => status === 401)).toHaveLength(30);
    expect(answers.filter((status) => status === 429)).toHaveLength(30);
  });

  it('is not begun anew by a guesser who signs in as somebody that claimed the owner’s e-mail', async () => {
    const [{ user }, address, own] = [await signUp(app), newAddress(), 'a password of the guesser'];
    const claim = { organizationName: 'Swift', name: 'Mallory', email: user.email, password: own };
    expect(await post('/v1/auth/signup', newAddress(), claim)).toBe(201);
    const guesses: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      guesses.push(await signIn(address, user.email, wrong));
      if (n % 5 === 4) await signIn(address, user.email, own);
    }
    expect(guesses.filter((status) => status === 401).length).toBeLessThanOrEqual(31);
  });

  it('waits longer with each failure, and never longer than a minute', async () => {
    const [email, address] = [newEmail(), newAddress()];
    for (let n = 0; n < 10; n += 1) expect(await signIn(address, email, wrong)).toBe(401);
    const told = async () => {
      const body = { email, password: wrong };
      const headers = { 'x-forwarded-for': address };
      const answer = await call(app, 'POST', '/v1/auth/login', { body, headers });
      return [answer.status, Number(answer.headers.get('retry-after'))] as const;
    };
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const [status, seconds] = await told();
      expect(status).toBe(429);
      waits.push(seconds);
      await app.database.query(`update sign_in_counters set next_attempt_at = 'epoch' where allowance = 10`);
      expect(await signIn(address, email, wrong)).toBe(401);
    }
    // Each is told a moment after it began.
    [4, 8, 16, 32, 60, 60].forEach((most, n) => {
      expect(waits[n]).toBeLessThanOrEqual(most);
      expect(waits[n]).toBeGreaterThan(most / 2);
    });
  });

  it('is forgiven in the order in which it is counted, so that no two wait for each other', async () => {
    const rival = await openRival(app.database);
    const order = (direction: string) => `select key from sign_in_counters order by key ${direction} limit 1`;
    await app.database.query('delete from sign_in_counters');
    const succeeds = app.nest.get(SignInThrottle).attempt(newEmail(), newAddress(), async () => {
      // Whoever reads the table as it lies finds the last key first.
      await app.database.query(
        `with old as (delete from sign_in_counters returning *)
         insert into sign_in_counters select * from old order by key desc`,
      );
      await rival.query(`select 1 from sign_in_counters where key = (${order('asc')}) for update`);
    });
    await rival.isWaitedForBy(1);
    await rival.query(`select 1 from sign_in_counters where key = (${order('desc')}) for update nowait`);
    await rival.giveWay();
    await succeeds;
  });

  it('is not helped by signing up: that has a limit of its own for each address', async () => {
    const address = newAddress();
    const open = (from: string) =>
      post('/v1/auth/signup', from, { organizationName: 'Swift', name: 'Ada', email: newEmail(), password });
    for (let n = 0; n < 6; n += 1) expect(await open(address)).toBe(201);
    expect(await open(address)).toBe(429);
    expect(await open(newAddress())).toBe(201);
    expect(await signIn(address, newEmail(), wrong)).toBe(401);
  });

  it('is not helped by joining through links: that counts as signing up', async () => {
    const [{ accessToken: token }, address] = [await signUp(app), newAddress()];
    const join = async (from: string) => {
      const body = { kind: 'member', role: 'viewer', channel: 'link' };
      const { json } = await call(app, 'POST', '/v1/invitations', { token, body });
      const guest = { token: tokenOf(String(json.url)), name: 'Bo Reyes', email: newEmail(), password };
      return post('/v1/invitations/accept', from, guest);
    };
    for (let n = 0; n < 6; n += 1) expect(await join(address)).toBe(201);
    expect(await join(address)).toBe(429);
    expect(await join(newAddress())).toBe(201);
  });

  it('is not helped by the many addresses of one IPv6 network', async () => {
    const email = newEmail();
    for (let n = 1; n <= 10; n += 1) expect(await signIn(`2001:db8:7:7::${n}`, email, wrong)).toBe(401);
    expect(await signIn('2001:db8:7:7:ffff:ffff:ffff:ffff', email, wrong)).toBe(429);
    expect(await signIn('2001:db8:7:8::1', email, wrong)).toBe(401);
  });
});
