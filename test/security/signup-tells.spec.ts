import { readdir, readFile } from 'node:fs/promises';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { newEmail, tokenOf } from '../support/invitations.js';
import { mailInFolder } from '../support/mailbox.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const another = 'nine tame herons by the weir';

describe('signing up', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const open = (email: string, typed = another) =>
    call(app, 'POST', '/v1/auth/signup', {
      body: { organizationName: 'Night Owls', name: 'Bo Reyes', email, password: typed },
    });
  const signIn = (email: string, typed: string) => app.as().auth.login({ email, password: typed });
  /** Everything of an answer but the ids and tokens that every one has of its own. */
  const likeness = ({ status, headers, json }: Awaited<ReturnType<typeof open>>, email: string) => ({
    status,
    headers: [...headers.keys()].toSorted(),
    text: JSON.stringify(json)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replaceAll(/"(access|refresh)Token":"[\w.-]+"/g, '"$1Token"')
      .replaceAll(/"createdAt":"[\dT:.-]+Z"/g, '"createdAt"')
      .replaceAll(email, 'email'),
  });
  const mailsTo = async (email: string) => {
    const folder = `${app.dataDir}/mail`;
    const files = await readdir(folder).catch(() => []);
    const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
    return texts.filter((text) => text.includes(email)).length;
  };

  it('answers alike whether the e-mail has an account or not, and tells its owner', async () => {
    const { user } = await signUp(app);
    const [fresh, taken] = [newEmail(), user.email];
    const [first, second] = [await open(fresh), await open(taken)];
    expect(likeness(second, taken)).toEqual(likeness(first, fresh));
    expect(first.status).toBe(201);
    const mail = await mailInFolder(app.dataDir, taken);
    expect(mail.subject).toBe('Somebody signed up with your e-mail');
    expect(mail.text).not.toContain('Night Owls');
    expect(await mailsTo(fresh)).toBe(0);
  });

  it('goes on alike: the session works, and so does signing in with the password', async () => {
    const { user } = await signUp(app);
    for (const email of [newEmail(), user.email]) {
      const token = String((await open(email)).json.accessToken);
      const me = await app.as(token).me.get();
      expect([me.user.email, me.memberships.length, me.membership.role]).toEqual([email, 1, 'owner']);
      const { items } = await app.as(token).team.listMembers();
      expect(items.map((member) => member.email)).toEqual([email]);
      const again = await signIn(email, another);
      expect(again.user.id).toBe(me.user.id);
      expect(again.membership.organization.name).toBe('Night Owls');
    }
  });

  it('goes on alike when it is repeated: whoever comes later shuts nobody out', async () => {
    const { user } = await signUp(app);
    const passwords = ['first of four long ones', 'second of four long ones', 'third of four long ones'];
    for (const email of [newEmail(), user.email]) {
      const ids: unknown[] = [];
      for (const typed of passwords) ids.push(((await open(email, typed)).json.user as { id: string }).id);
      for (const typed of passwords) expect((await signIn(email, typed)).user.id).toBe(ids.shift());
      const [changed, { accessToken }] = ['a fourth long password', await signIn(email, passwords[1]!)];
      await app.as(accessToken).me.changePassword({ currentPassword: passwords[1]!, password: changed });
      expect((await signIn(email, changed)).user.email).toBe(email);
      await expect(signIn(email, passwords[1]!)).rejects.toMatchObject({ code: 'credentials_invalid' });
    }
    expect((await signIn(user.email, password)).user.id).toBe(user.id);
  });

  it('gives nothing of the owner away and takes nothing from them', async () => {
    const { user, membership } = await signUp(app);
    const stranger = (await open(user.email)).json as { user: { id: string } };
    const session = await signIn(user.email, password);
    expect(session.user.id).toBe(user.id);
    expect(session.memberships.map(({ id }) => id)).toEqual([membership.id]);
    expect(stranger.user.id).not.toBe(user.id);
    await app.as().auth.requestPasswordReset({ email: user.email });
    const [reset] = await app.database.query<{ user_id: string }>(
      'select user_id from password_resets order by id desc limit 1',
    );
    expect(reset!.user_id).toBe(user.id);
  });

  it('with the password of the account opens one more organization of the same person', async () => {
    const { user } = await signUp(app);
    const answer = await open(user.email, password);
    const session = answer.json as { user: { id: string }; memberships: object[] };
    expect([answer.status, session.user.id, session.memberships.length]).toEqual([201, user.id, 2]);
  });

  it('is no faster way of guessing at a password', async () => {
    for (const email of [newEmail(), (await signUp(app)).user.email]) {
      const answers = await Promise.all(Array.from({ length: 15 }, () => open(email)));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThanOrEqual(4);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]));
    }
  });

  it('floods nobody’s mailbox', async () => {
    const { user } = await signUp(app);
    for (let n = 0; n < 6; n += 1) await open(user.email, `${another} ${n}`);
    await eventually(async () => {
      const waiting = await app.database.query(
        `select 1 from jobs where name = 'claimed-emails.mail' and state <> 'done'`,
      );
      return waiting.length === 0 || undefined;
    });
    expect(await mailsTo(user.email)).toBe(3);
  });

  it('of two at once with one new e-mail leaves one who has it', async () => {
    const email = newEmail();
    const answers = await Promise.all([open(email, another), open(email, password)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const people = await app.database.query('select 1 from users where email = $1', [email]);
    expect(people).toHaveLength(1);
    for (const typed of [another, password]) expect((await signIn(email, typed)).memberships).toHaveLength(1);
  });

  it('is closed to e-mails of placeholders', async () => {
    await open((await signUp(app)).user.email);
    const [row] = await app.database.query<{ email: string }>(
      'select email from users where claimed_email is not null limit 1',
    );
    const answer = await call(app, 'POST', '/v1/auth/login', {
      body: { email: row!.email, password: another },
    });
    expect(answer.status).toBe(401);
  });

  it('by a link answers alike whether the e-mail has an account or not, and tells its owner', async () => {
    const owner = await signUp(app);
    const { user } = await signUp(app);
    const join = async (email: string) => {
      const { url } = await app
        .as(owner.accessToken)
        .invitations.create({ kind: 'member', role: 'viewer', channel: 'link' });
      return call(app, 'POST', '/v1/invitations/accept', {
        body: { token: tokenOf(url), name: 'Bo Reyes', email, password: another },
      });
    };
    const [fresh, taken] = [newEmail(), user.email];
    const [first, second] = [await join(fresh), await join(taken)];
    expect(likeness(second, taken)).toEqual(likeness(first, fresh));
    expect(first.status).toBe(201);
    expect((second.json as { user: { id: string } }).user.id).not.toBe(user.id);
    expect((await signIn(taken, password)).memberships).toHaveLength(1);
    expect((await signIn(taken, another)).membership.role).toBe('viewer');
    expect((await mailInFolder(app.dataDir, taken)).subject).toBe('Somebody signed up with your e-mail');
    expect(await mailsTo(fresh)).toBe(0);
  });

  it('by links is no faster way of guessing at a password', async () => {
    const owner = await signUp(app);
    for (const email of [newEmail(), (await signUp(app)).user.email]) {
      const statuses: number[] = [];
      for (let n = 0; n < 15; n += 1) {
        const { url } = await app
          .as(owner.accessToken)
          .invitations.create({ kind: 'member', role: 'viewer', channel: 'link' });
        const body = { token: tokenOf(url), name: 'Bo Reyes', email, password: `${another} ${n}` };
        statuses.push((await call(app, 'POST', '/v1/invitations/accept', { body })).status);
      }
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
      expect(new Set(statuses)).toEqual(new Set([201, 429]));
    }
  });
});
