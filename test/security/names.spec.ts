import { call } from '../support/http.js';
import { newEmail } from '../support/invitations.js';
import { mailInFolder } from '../support/mailbox.js';
import { password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('names that people give', () => {
  let app: TestApp;
  let token: string;
  beforeAll(async () => {
    app = await startTestApp();
    token = (await signUp(app)).accessToken;
  });
  afterAll(() => app.close());

  const addClient = (companyName: string) =>
    call(app, 'POST', '/v1/clients', { token, body: { companyName } });

  it.each([
    ['line breaks', 'Book\r\nNook\u2028&\tSons', 'Book Nook & Sons'],
    ['marks that turn the direction', 'Book \u202ekooN\u202c', 'Book kooN'],
    ['marks no one sees', '\u200bBook\ufeff Nook\u2060', 'Book Nook'],
    ['joiners, which some scripts need', 'می\u200cخواهم', 'می\u200cخواهم'],
  ])('are kept on one line, without what could disguise them: %s', async (_, typed, kept) => {
    const answer = await addClient(typed);
    expect([answer.status, answer.json.companyName]).toEqual([201, kept]);
  });

  it('may not be made of nothing that can be seen', async () => {
    const { status, json } = await addClient('\u200b \u202e');
    expect([status, json.errors]).toEqual([
      400,
      [{ pointer: '/companyName', code: 'too_small', detail: 'may not be empty' }],
    ]);
  });

  it('cannot begin a message of their own in a mail to a stranger', async () => {
    const [organizationName, guest] = ['Swift\n\nYour account is locked.\n\nCall us', newEmail('stranger')];
    const body = { organizationName, name: 'Ada\r\nPark', email: newEmail('owner'), password };
    const { json } = await call(app, 'POST', '/v1/auth/signup', { body });
    await call(app, 'POST', '/v1/invitations', {
      token: String(json.accessToken),
      body: { kind: 'member', role: 'viewer', channel: 'email', email: guest },
    });
    const { text } = await mailInFolder(app.dataDir, guest);
    expect(text).toContain('Ada Park invites you to the team of Swift Your account is locked. Call us');
  });
});
