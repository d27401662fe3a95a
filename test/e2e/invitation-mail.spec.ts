import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill } from '../../sdk/src/index.js';
import { checkedFetch } from '../support/contract.js';
import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import { accept, newEmail, tokenOf } from '../support/invitations.js';
import { mailInFolder, startMailbox, type Mailbox } from '../support/mailbox.js';
import { ServerProcess } from '../support/server-process.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

const linkIn = (text: string | undefined) => text?.match(/^https?:\S+$/m)?.[0];

describe('invitations by e-mail', () => {
  let app: TestApp;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    app = await startTestApp({
      env: { SMTP_URL: mailbox.url, PUBLIC_URL: 'https://portal.example.org/waybill/' },
    });
  });
  afterAll(async () => {
    await app.close();
    await mailbox.close();
  });

  const inviteByMail = async (organizationName?: string, contactEmail = newEmail('desk')) => {
    const owner = app.as((await signUp(app, organizationName)).accessToken);
    const client = await owner.clients.create({
      companyName: 'Book Nook <& Sons>',
      contactEmail,
      invitation: { channel: 'email' },
    });
    return { owner, client, contactEmail, invitation: client.invitation! };
  };

  it('arrive with one link, as text and as HTML', async () => {
    const { contactEmail, invitation } = await inviteByMail('Swift "Wheels" & <b>Co</b>');
    expect(invitation).not.toHaveProperty('url');
    const mail = await mailbox.mailTo(contactEmail);
    expect(mail.to?.map(({ address }) => address)).toEqual([contactEmail]);
    expect(mail.from).toMatchObject({ name: 'Waybill', address: 'no-reply@waybill.localhost' });
    expect(mail.subject).toBe('Swift "Wheels" & <b>Co</b> invites you to its delivery portal');
    const url = linkIn(mail.text);
    expect(url).toMatch(/^https:\/\/portal\.example\.org\/waybill\/invitations\/accept\?token=[\w-]{43}$/);
    expect(mail.text).toContain('Ada Park of Swift "Wheels" & <b>Co</b> invites Book Nook <& Sons>');
    expect(mail.html).toContain(`href="${url}"`);
    expect(mail.html).toContain(
      'Swift &quot;Wheels&quot; &amp; &lt;b&gt;Co&lt;/b&gt; invites Book Nook &lt;&amp; Sons&gt;',
    );
    expect(mail.html).not.toContain('<b>');
  });

  it('put nothing of a name into the mail’s head but its subject', async () => {
    const { contactEmail } = await inviteByMail('Swift\r\nBcc: everyone@example.org\n\nWheels');
    const mail = await mailbox.mailTo(contactEmail);
    expect(mail.subject).toBe('Swift Bcc: everyone@example.org Wheels invites you to its delivery portal');
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(mail.to).toHaveLength(1);
  });

  it('are for that e-mail alone', async () => {
    const { contactEmail } = await inviteByMail();
    const token = tokenOf(linkIn((await mailbox.mailTo(contactEmail)).text));
    expect(await app.as().invitations.lookup({ token })).toMatchObject({
      email: contactEmail,
      emailIsFixed: true,
    });
    await expect(accept(app, token, newEmail('thief'))).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/email', code: 'email_mismatch' }],
    });
    const session = await accept(app, token);
    expect(session.user.email).toBe(contactEmail);
    expect(session.membership.client?.clientCode).toMatch(/^CL-/);
  });

  it('take the e-mail itself too, however it is written, and tell its owner of a wrong password', async () => {
    const { contactEmail, owner } = await inviteByMail();
    const token = tokenOf(linkIn((await mailbox.mailTo(contactEmail)).text));
    const { memberships } = await accept(app, token, contactEmail.toUpperCase());
    expect(memberships).toHaveLength(1);
    await owner.clients.create({
      companyName: 'Page Turner',
      contactEmail,
      invitation: { channel: 'email' },
    });
    const second = tokenOf(linkIn((await mailbox.mailTo(contactEmail, 2)).text));
    const tryWith = (typed: string) =>
      app.as().invitations.accept({ token: second, name: 'Bo', password: typed });
    await expect(tryWith('short')).rejects.toMatchObject({ status: 401, code: 'credentials_invalid' });
    expect((await tryWith(password)).memberships).toHaveLength(2);
  });

  it('count a wrong password once', async () => {
    const known = await signUp(app);
    const { contactEmail } = await inviteByMail(undefined, known.user.email);
    const token = tokenOf(linkIn((await mailbox.mailTo(contactEmail)).text));
    const failures = async () => {
      const [row] = await app.database.query<{ n: number }>(
        'select coalesce(max(failures), 0)::int as n from sign_in_counters where allowance = 200',
      );
      return row!.n;
    };
    const before = await failures();
    const wrong = { token, name: 'Bo Reyes', password: 'wrong wrong wrong' };
    await expect(app.as().invitations.accept(wrong)).rejects.toMatchObject({
      code: 'credentials_invalid',
    });
    expect(await failures()).toBe(before + 1);
  });

  it('are mailed to a client’s contact, or must say where to', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const [without, having] = [
      await owner.clients.create({ companyName: 'A' }),
      await owner.clients.create({ companyName: 'B', contactEmail: newEmail() }),
    ];
    const invite = (clientId: string) =>
      owner.invitations.create({ kind: 'client', clientId, channel: 'email' });
    await expect(invite(without.id)).rejects.toMatchObject({ status: 400, errors: [{ pointer: '/email' }] });
    expect((await invite(having.id)).email).toBe(having.contactEmail);
    await expect(
      owner.invitations.create({ kind: 'member', role: 'viewer', channel: 'email' }),
    ).rejects.toMatchObject({ status: 400, errors: [{ pointer: '/email', code: 'required' }] });
  });

  it('name the team and the role to somebody who is to be a member', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const email = newEmail();
    await owner.invitations.create({ kind: 'member', role: 'dispatcher', channel: 'email', email });
    const mail = await mailbox.mailTo(email);
    expect(mail.subject).toBe('Swift Wheels invites you to its team');
    expect(mail.text).toContain('Ada Park invites you to the team of Swift Wheels. You will be: dispatcher.');
    expect((await accept(app, tokenOf(linkIn(mail.text)))).membership.role).toBe('dispatcher');
  });

  it('flood nobody’s mailbox, however they are asked for', async () => {
    const [{ accessToken: token }, email] = [await signUp(app), newEmail()];
    const invite = (to: string) =>
      call(app, 'POST', '/v1/invitations', {
        token,
        body: { kind: 'member', role: 'viewer', channel: 'email', email: to },
      });
    const first = await invite(email);
    const again = () => call(app, 'POST', `/v1/invitations/${String(first.json.id)}/resend`, { token });
    const more = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? again() : invite(email))));
    const refused = more.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(6);
    for (const { json, headers } of refused) {
      expect([json.code, Number(headers.get('retry-after')) > 3_000]).toEqual(['rate_limited', true]);
    }
    expect((await invite(newEmail())).status).toBe(201);
  });

  it('sent again carry another link, and the first one is dead', async () => {
    const { owner, invitation, contactEmail } = await inviteByMail();
    const first = tokenOf(linkIn((await mailbox.mailTo(contactEmail)).text));
    await owner.invitations.resend(invitation.id);
    const second = tokenOf(linkIn((await mailbox.mailTo(contactEmail, 2)).text));
    expect(second).not.toBe(first);
    await expect(accept(app, first)).rejects.toMatchObject({ status: 404, code: 'invitation_invalid' });
    expect((await accept(app, second)).membership.role).toBe('owner');
  });

  it('that were waiting when a newer one was sent are not sent any more', async () => {
    const { owner, invitation, contactEmail } = await inviteByMail();
    await mailbox.mailTo(contactEmail);
    await owner.invitations.resend(invitation.id);
    await mailbox.mailTo(contactEmail, 2);
    const again = await app.database.query<{ id: string }>(
      `update jobs set state = 'waiting', run_at = now(), attempts = 0, finished_at = null
        where name = 'invitations.mail' and payload->>'invitationId' = $1 returning id`,
      [invitation.id],
    );
    expect(again).toHaveLength(2);
    await eventually(async () => {
      const left = await app.database.query(
        `select from jobs where id = any($1) and state in ('waiting', 'running')`,
        [again.map(({ id }) => id)],
      );
      return left.length === 0 || undefined;
    });
    expect(mailbox.countTo(contactEmail)).toBe(3);
  });

  it('are tried again with the same link and message id when the mail server refuses', async () => {
    mailbox.refuseFirstAt('busy.example.org');
    const { contactEmail, invitation } = await inviteByMail(undefined, 'desk@busy.example.org');
    const [refused, taken] = [await mailbox.mailTo(contactEmail), await mailbox.mailTo(contactEmail, 2)];
    expect(linkIn(taken.text)).toBe(linkIn(refused.text));
    expect(taken.messageId).toBe(refused.messageId);
    const job = await eventually(async () => {
      const [row] = await app.database.query<{ attempts: number; row: string }>(
        `select attempts, jobs::text as row from jobs where state = 'done' and payload->>'invitationId' = $1`,
        [invitation.id],
      );
      return row;
    });
    expect(job.attempts).toBe(2);
    expect(job.row).not.toContain(contactEmail);
  });
});

describe('what an invitation’s token leaves behind', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  let dataDir: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-mail-'));
    server = await ServerProcess.start({ ...settingsFor(database), DATA_DIR: dataDir, LOG_LEVEL: 'trace' });
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is nothing: not in the log, not in any table; it is in the mail and the answer alone', async () => {
    const as = (token?: string) =>
      new Waybill({ baseUrl: server.url, token, fetch: checkedFetch, maxRetries: 0 });
    const signup = { organizationName: 'Swift Wheels', name: 'Ada Park', email: newEmail('owner'), password };
    const owner = as((await as().auth.signup(signup)).accessToken);
    const email = newEmail('canary');
    const mailed = await owner.clients.create({
      companyName: 'Book Nook',
      contactEmail: email,
      invitation: { channel: 'email' },
    });
    expect(JSON.stringify(mailed)).not.toContain('token=');
    const mail = await mailInFolder(dataDir, email);
    const mailedToken = tokenOf(linkIn(mail.text));
    expect(mail.source).toContain(`\n${server.url}/invitations/accept?token=${mailedToken}\n`);
    expect(mail.html).toContain(`?token=${mailedToken}"`);
    const { url } = await owner.invitations.create({ kind: 'member', role: 'viewer', channel: 'link' });
    const linkToken = tokenOf(url);

    expect((await fetch(url!)).status).toBe(200);
    await as().invitations.lookup({ token: mailedToken });
    const { id } = mailed.invitation!;
    await owner.invitations.resend(id);
    await expect(as().invitations.lookup({ token: mailedToken })).rejects.toMatchObject({ status: 404 });
    const guest = { token: linkToken, name: 'Bo Reyes', email: newEmail('canary') };
    await expect(as().invitations.accept({ ...guest, password: 'canary1' })).rejects.toMatchObject({
      status: 400,
    });
    await as().invitations.accept({ ...guest, password });
    const broken = await fetch(`${server.url}/v1/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"token":"${linkToken}",`,
    });
    expect(broken.status).toBe(400);

    const log = await eventually(() =>
      (server.stdout + server.stderr).includes('/v1/invitations/accept')
        ? server.stdout + server.stderr
        : undefined,
    );
    for (const secret of [mailedToken, linkToken, password, 'canary1', 'canary-', signup.email])
      expect([secret, log.includes(secret)]).toEqual([secret, false]);
    const rows = await everyRow();
    expect(rows).toContain(email);
    for (const token of [mailedToken, linkToken]) {
      expect(rows).not.toContain(token);
      expect(rows).not.toContain(Buffer.from(token).toString('hex'));
    }
  });

  /** Every column of every row of every table, as text. */
  async function everyRow(): Promise<string> {
    const tables = await database.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables
        where schemaname = 'public' and tablename <> 'mikro_orm_migrations'`,
    );
    const dumps: string[] = [];
    for (const { name } of tables) {
      const rows = await database.query<{ text: string }>(`select ${name}::text as text from ${name}`);
      dumps.push(...rows.map(({ text }) => text));
    }
    return dumps.join('\n');
  }
});
