import { CONFIG, type Config } from '../../src/config.js';
import type { SystemSql } from '../../src/database/tenancy/system-sql.js';
import { Mailer } from '../../src/mail/mailer.js';
import { eventually } from '../support/eventually.js';
import { newEmail, tokenOf } from '../support/invitations.js';
import { startMailbox, type Mailbox } from '../support/mailbox.js';
import { startReceiver } from '../support/receiver.js';
import { addSandbox, signInto, type TestSandbox } from '../support/sandbox.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the mails of a sandbox', () => {
  let app: TestApp;
  let mailbox: Mailbox;
  let sandbox: TestSandbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    app = await startTestApp({ env: { SMTP_URL: mailbox.url, WEBHOOK_ALLOW_PRIVATE: 'true' } });
    sandbox = await addSandbox(app);
  });
  afterAll(async () => {
    await app.close();
    await mailbox.close();
  });

  const mailsTo = (address: string, token = sandbox.token) =>
    eventually(async () => {
      const mails = (await app.as(token).sandbox.listMails()).items.filter(({ to }) => to === address);
      return mails.length > 0 ? mails : undefined;
    });
  const linkIn = (text: string) => tokenOf(/^https?:\S+$/m.exec(text)?.[0]);
  const inviteByMail = (contactEmail: string, token = sandbox.token) =>
    app
      .as(token)
      .clients.create({ companyName: 'Book Nook', contactEmail, invitation: { channel: 'email' } });
  const acceptAs = (token: string, its = password) =>
    app.as().invitations.accept({ token, name: 'Bo Reyes', password: its });

  it('are kept for those who run it and never sent: invitations of dispatchers and of clients', async () => {
    const [desk, colleague] = [newEmail('desk'), newEmail('colleague')];
    await inviteByMail(desk);
    const [mail] = await mailsTo(desk);
    expect(mail).toMatchObject({
      subject: expect.stringContaining('(sandbox) invites you') as unknown,
      html: expect.stringContaining('href=') as unknown,
    });
    const { accessToken } = await acceptAs(linkIn(mail!.text));
    await app
      .as(accessToken)
      .invitations.create({ kind: 'member', channel: 'email', email: colleague, role: 'member' });
    expect(await mailsTo(colleague)).toHaveLength(1);
    expect((await app.as(sandbox.token).sandbox.listMails({ limit: 1 })).items[0]!.to).toBe(colleague);
    const real = newEmail('real');
    await inviteByMail(real, sandbox.real.accessToken);
    await mailbox.mailTo(real);
    expect([mailbox.countTo(desk), mailbox.countTo(colleague)]).toEqual([0, 0]);
  });

  it('are kept when a webhook endpoint is disabled', async () => {
    const receiver = await startReceiver();
    receiver.answer = (response) => void response.writeHead(410).end();
    const owner = await signInto(app, sandbox);
    const endpoint = await app
      .as(owner.accessToken)
      .webhookEndpoints.create({ url: receiver.url, events: ['*'] });
    await app.as(owner.accessToken).webhookEndpoints.test(endpoint.id, { type: 'order.delivered' });
    const [mail] = await mailsTo(sandbox.real.user.email);
    expect(mail!.text).toContain(receiver.url);
    expect(mailbox.countTo(sandbox.real.user.email)).toBe(0);
    await receiver.close();
  });

  it('prove nothing of an e-mail, and tell nothing of whom it belongs to', async () => {
    const { user } = await signUp(app);
    await inviteByMail(user.email);
    const [mail] = await mailsTo(user.email);
    const guest = await acceptAs(linkIn(mail!.text), 'another plum tractor altogether');
    expect(guest.user.id).not.toBe(user.id);
    const queued = await app.database.query(
      `select 1 from jobs where name = 'claimed-emails.mail' and payload->>'userId' = $1`,
      [guest.user.id],
    );
    expect(queued).toEqual([]);
    expect((await mailsTo(user.email)).length).toBe(1);
  });

  it('are sent by nobody where it cannot be told whose they are', async () => {
    const mailer = app.nest.get(Mailer, { strict: false });
    const to = newEmail();
    const mail = { to, subject: 'Hello', text: 'Hello', html: 'Hello', messageId: 'hello' };
    await expect(mailer.send({ ...mail, onBehalfOf: crypto.randomUUID() })).rejects.toThrow('not there');
    const lost = { query: () => Promise.reject(new Error('gone')) } as unknown as SystemSql;
    const unsure = new Mailer(app.nest.get<Config>(CONFIG, { strict: false }), lost);
    await expect(unsure.send({ ...mail, onBehalfOf: sandbox.organization.id })).rejects.toThrow('gone');
    await unsure.onApplicationShutdown();
    expect(mailbox.countTo(to)).toBe(0);
  });

  it('are kept once, however often the job runs', async () => {
    const mailer = app.nest.get(Mailer, { strict: false });
    const to = newEmail();
    const mail = { to, subject: 'Hello', text: 'Hello', html: 'Hello', messageId: 'again' };
    await mailer.send({ ...mail, onBehalfOf: sandbox.organization.id });
    await mailer.send({ ...mail, onBehalfOf: sandbox.organization.id });
    expect(await mailsTo(to)).toHaveLength(1);
  });

  it('are listed page by page, for owners, admins and keys of the sandbox alone', async () => {
    const guests = [newEmail(), newEmail(), newEmail()];
    for (const guest of guests) await inviteByMail(guest);
    for (const guest of guests) await mailsTo(guest);
    const all = (await app.as(sandbox.token).sandbox.listMails({ limit: 100 })).items;
    const paged = await app.as(sandbox.token).sandbox.listMails({ limit: 2 }).toArray();
    expect(paged.slice(-all.length)).toEqual(all);
    const other = await addSandbox(app);
    expect((await app.as(other.token).sandbox.listMails()).items).toEqual([]);
    const refused = { status: 403, code: 'permission_denied' };
    const client = await addClient(app, await signInto(app, sandbox));
    await expect(app.as(client.token).sandbox.listMails()).rejects.toMatchObject(refused);
    const email = await addMember(app, { organizationId: sandbox.organization.id, role: 'dispatcher' });
    const { accessToken } = await app.as().auth.login({ email, password });
    await expect(app.as(accessToken).sandbox.listMails()).rejects.toMatchObject(refused);
    await expect(app.as(sandbox.real.accessToken).sandbox.listMails()).rejects.toMatchObject({
      status: 403,
      code: 'sandbox_only',
    });
  });

  it('are forgotten after 30 days', async () => {
    const outbox = app.as(sandbox.token).sandbox;
    expect((await outbox.listMails()).items).not.toEqual([]);
    await outbox.advanceClock({ seconds: 31 * 86_400 });
    const kept = newEmail();
    await inviteByMail(kept);
    await mailsTo(kept);
    await app.database.query(
      `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
       values (gen_random_uuid(), 'housekeeping.run', 'housekeeping', '{}', 'waiting', 0, now(), '', now())`,
    );
    await eventually(async () => ((await outbox.listMails()).items.length === 1 ? true : undefined));
    expect((await outbox.listMails()).items[0]!.to).toBe(kept);
  });
});
