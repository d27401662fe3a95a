import {
  accept,
  inviteClient,
  joinedClient,
  joinedMember,
  newEmail,
  tokenOf,
} from '../support/invitations.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const gone = { status: 404, code: 'invitation_invalid' };

describe('invitations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('bring a client’s first user in as its owner, and give the client its Client ID', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { client, token } = await inviteClient(owner);
    expect(client).toMatchObject({ status: 'invited', clientCode: null });
    expect(client.invitation).toMatchObject({
      kind: 'client',
      channel: 'link',
      role: 'owner',
      status: 'pending',
    });

    expect(await app.as().invitations.lookupInvitation({ requestBody: { token } })).toMatchObject({
      kind: 'client',
      organization: { name: 'Swift Wheels' },
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
    expect(await owner.clients.getClient({ id: client.id })).toMatchObject({ status: 'active', clientCode });
  });

  it('are used once: of twenty who accept at the same moment, one gets in', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { client, token } = await inviteClient(owner);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => accept(app, token, newEmail(`racer${n}`))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(gone);
    expect((await owner.clients.listClientMembers({ id: client.id })).items).toHaveLength(1);
    await expect(accept(app, token, newEmail())).rejects.toMatchObject(gone);
  });
});
