import { call } from '../support/http.js';
import { newEmail } from '../support/invitations.js';
import { addSandbox, signInto } from '../support/sandbox.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('a sandbox', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is an empty organization beside the real one, with its owner, its depot and a key', async () => {
    const real = await signUp(app, 'Swift Wheels');
    const made = await app.as(real.accessToken).sandbox.create();
    expect(made.organization).toMatchObject({
      name: 'Swift Wheels (sandbox)',
      timezone: 'UTC',
      testMode: true,
      advancedSeconds: 0,
    });
    expect(made.membership).toMatchObject({ side: 'organization', role: 'owner', client: null });
    expect(made.apiKey.key).toMatch(/^wb_test_[\w-]{43}$/);
    expect(made.apiKey.prefix).toBe(made.apiKey.key.slice(0, 12));
    const sandbox = app.as(made.apiKey.key);
    expect(await sandbox.organization.get()).toEqual(made.organization);
    expect((await sandbox.depots.list()).items).toHaveLength(1);
    expect((await sandbox.clients.list()).items).toEqual([]);
    expect(await app.as(real.accessToken).organization.get()).toMatchObject({ testMode: false });
  });

  it('is marked wherever an organization is shown', async () => {
    const sandbox = await addSandbox(app);
    const session = await signInto(app, sandbox);
    expect(session.membership.organization.testMode).toBe(true);
    const me = await app.as(session.accessToken).me.get();
    expect(me.memberships.map(({ organization }) => organization.testMode)).toEqual([false, true]);
    expect(me.membership).toEqual(sandbox.membership);
    const refreshed = await app
      .as()
      .auth.refresh({ refreshToken: sandbox.real.refreshToken, membershipId: sandbox.membership.id });
    expect(refreshed.membership).toEqual(sandbox.membership);
    const { invitation } = await app.as(sandbox.token).clients.create({
      companyName: 'Book Nook',
      invitation: { channel: 'link' },
    });
    const token = invitation!.url!.split('token=')[1]!;
    const offer = await app.as().invitations.lookup({ token });
    expect(offer.organization.testMode).toBe(true);
    const guest = await app.as().invitations.accept({ token, name: 'Bo', email: newEmail(), password });
    expect(guest.membership.organization.testMode).toBe(true);
    const key = await app.as(guest.accessToken).apiKeys.create({ name: 'Shop', scopes: ['orders:read'] });
    expect(key.key).toMatch(/^wb_test_/);
    expect((await app.as(key.key).orders.list()).items).toEqual([]);
  });

  it('is made once; asked again, the answer says how to get in', async () => {
    const { real, membership } = await addSandbox(app);
    await expect(app.as(real.accessToken).sandbox.create()).rejects.toMatchObject({
      status: 409,
      code: 'sandbox_exists',
      detail: expect.stringContaining(membership.id) as unknown,
    });
    const organizationId = real.membership.organization.id;
    const email = await addMember(app, { organizationId, role: 'admin' });
    const { memberships, accessToken } = await app.as().auth.login({ email, password });
    await app.as(real.accessToken).team.transferOwnership({ memberId: memberships[0]!.id });
    await expect(app.as(accessToken).sandbox.create()).rejects.toMatchObject({
      code: 'sandbox_exists',
      detail: expect.stringContaining('another person') as unknown,
    });
  });

  it('is made once by many who ask at the same time', async () => {
    const { accessToken: token, membership } = await signUp(app);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(app, 'POST', '/v1/organization/sandbox', { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    const made = await app.database.query('select id from organizations where sandbox_of = $1', [
      membership.organization.id,
    ]);
    expect(made).toHaveLength(1);
  });

  it('has none itself', async () => {
    const { accessToken } = await signInto(app, await addSandbox(app));
    await expect(app.as(accessToken).sandbox.create()).rejects.toMatchObject({
      status: 409,
      code: 'not_in_sandbox',
    });
  });

  it('is for owners of organizations to make, and no key', async () => {
    const owner = await signUp(app);
    const organizationId = owner.membership.organization.id;
    const admin = await addMember(app, { organizationId, role: 'admin' });
    const { accessToken } = await app.as().auth.login({ email: admin, password });
    const client = await addClient(app, owner);
    const denied = { status: 403, code: 'permission_denied' };
    await expect(app.as(accessToken).sandbox.create()).rejects.toMatchObject(denied);
    await expect(app.as(client.token).sandbox.create()).rejects.toMatchObject(denied);
    await expect(app.as((await addSandbox(app)).token).sandbox.create()).rejects.toMatchObject(denied);
  });
});
