import { hashSecret } from '../../src/auth/identity/secrets.js';
import { accept, inviteClient, inviteMember, newEmail, tokenOf } from '../support/invitations.js';
import { openRival } from '../support/row-locks.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** What one process alone never meets, as it takes the guests of one invitation in turn. */
describe('an invitation and two processes', () => {
  let apps: [TestApp, TestApp];
  beforeAll(async () => {
    const first = await startTestApp();
    apps = [first, await startTestApp({ database: first.database })];
  });
  afterAll(async () => {
    await apps[1].close();
    await apps[0].close();
  });

  /** Both guests have found the invitation open before either may use it up. */
  async function acceptTogether(token: string, held: string, id: unknown): Promise<unknown[]> {
    const rival = await openRival(apps[0].database);
    await rival.query(held, [id]);
    const answers = apps.map((app, n) => accept(app, token, newEmail(`guest${n}`)).catch((e: unknown) => e));
    await rival.isWaitedForBy(2);
    await rival.giveWay();
    return Promise.all(answers);
  }

  const joined = (answers: unknown[]) =>
    answers.map((answer) => (answer as { status?: number }).status ?? 201);

  it('make one member of it', async () => {
    const owner = apps[0].as((await signUp(apps[0])).accessToken);
    const { id, url } = await inviteMember(owner, 'viewer');
    const answers = await acceptTogether(
      tokenOf(url),
      'select 1 from invitations where token_hash = $1 for update',
      hashSecret(tokenOf(url)),
    );
    expect(joined(answers).sort()).toEqual([201, 404]);
    expect((await owner.team.listMembers()).items).toHaveLength(2);
    const { items } = await owner.invitations.list();
    expect(items.map((one) => [one.id, one.status])).toEqual([[id, 'accepted']]);
  });

  it('make one owner of a client', async () => {
    const owner = apps[0].as((await signUp(apps[0])).accessToken);
    const { client, token } = await inviteClient(owner);
    const answers = await acceptTogether(token, 'select 1 from clients where id = $1 for update', client.id);
    expect(joined(answers).sort()).toEqual([201, 404]);
    expect((await owner.clients.listMembers(client.id)).items).toHaveLength(1);
  });

  it('tell somebody who joined the team meanwhile another way, and stay open', async () => {
    const [app] = apps;
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    const guest = await signUp(app);
    const { id, url } = await owner.invitations.create({ kind: 'member', role: 'viewer', channel: 'link' });
    const rival = await openRival(app.database);
    await rival.query(
      `insert into memberships (id, user_id, organization_id, role, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, 'viewer', now(), now())`,
      [guest.user.id, session.membership.organization.id],
    );
    const answer = accept(app, tokenOf(url), guest.user.email).catch((error: unknown) => error);
    await rival.isWaitedForBy(1);
    await rival.query('commit');
    await rival.giveWay();
    expect(await answer).toMatchObject({ status: 409, code: 'already_member' });
    const { items } = await owner.invitations.list();
    expect(items.map((one) => [one.id, one.status])).toEqual([[id, 'pending']]);
  });
});
