import { randomUUID } from 'node:crypto';
import type { SignupSession } from '../../sdk/src/generated/index.js';
import { eventsOf } from '../support/invitations.js';
import { send } from '../support/raw.js';
import { addClient, addMember, password, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the organization', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is read by its whole team and changed by its owner and admins', async () => {
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    expect(await owner.organization.get()).toMatchObject({
      id: session.membership.organization.id,
      name: 'Swift Wheels',
      timezone: 'UTC',
      supportEmail: null,
    });
    const changed = await owner.organization.update({
      timezone: 'Europe/Berlin',
      supportEmail: 'Help@Example.org',
      supportPhone: ' +1 212 555 0100 ',
    });
    expect(changed).toMatchObject({
      name: 'Swift Wheels',
      timezone: 'Europe/Berlin',
      supportEmail: 'help@example.org',
      supportPhone: '+1 212 555 0100',
    });
    const event = (await eventsOf(app, session)).at(-1);
    expect(event).toMatchObject({ type: 'organization.updated', audience: 'organization' });
    expect(event?.data).toEqual({ changed: ['timezone', 'supportEmail', 'supportPhone'] });

    const organizationId = session.membership.organization.id;
    const email = await addMember(app, { organizationId, role: 'dispatcher' });
    const dispatcher = app.as((await app.as().auth.login({ email, password })).accessToken);
    expect((await dispatcher.organization.get()).timezone).toBe('Europe/Berlin');
    await expect(dispatcher.organization.update({ name: 'Mine' })).rejects.toMatchObject({
      status: 403,
      code: 'permission_denied',
    });
  });

  it('starts with its main depot in the country and time zone it said, or that were guessed and told', async () => {
    const signup = { organizationName: 'Swift Wheels', name: 'Ada Park', password };
    const email = () => `${randomUUID()}@example.org`;
    const told = await app
      .as()
      .auth.signup({ ...signup, email: email(), countryCode: 'FR', timezone: 'Europe/Paris' });
    expect(told).toMatchObject({
      organization: { id: told.membership.organization.id, countryCode: 'FR', timezone: 'Europe/Paris' },
      guessed: [],
    });
    const response = await send(app, 'POST', '/v1/auth/signup', {
      body: { ...signup, email: email() },
      headers: { 'accept-language': 'de-DE,de;q=0.9,en-US;q=0.8' },
    });
    const { accessToken, ...guessed } = (await response.json()) as SignupSession;
    expect(guessed).toMatchObject({
      organization: { countryCode: 'DE', timezone: 'Europe/Berlin' },
      guessed: ['countryCode', 'timezone'],
    });
    const owner = app.as(accessToken);
    const { items } = await owner.depots.list();
    expect(items).toMatchObject([{ isMain: true, countryCode: 'DE', timezone: 'Europe/Berlin' }]);
    expect(await owner.organization.update({ countryCode: 'AT' })).toMatchObject({ countryCode: 'AT' });
  });

  it('has a country for local phones where its depots have none', async () => {
    const session = await signUp(app);
    const owner = app.as(session.accessToken);
    const stop = { address: { addressLineOne: 'Lange Str. 7' }, recipient: { phone: '030 901820' } };
    expect((await owner.stops.create(stop)).recipient.phone).toBe('030 901820');
    await owner.organization.update({ countryCode: 'DE' });
    expect((await owner.stops.create(stop)).recipient.phone).toBe('+4930901820');
    const client = app.as((await addClient(app, session)).token);
    expect((await client.orders.create(stop)).recipient.phone).toBe('+4930901820');
  });

  it('is not for its clients to see', async () => {
    const client = await addClient(app, await signUp(app));
    await expect(app.as(client.token).organization.get()).rejects.toMatchObject({ status: 403 });
  });

  it('is not changed by somebody who read an older version, nor by what is no change', async () => {
    const session = await signUp(app);
    const token = session.accessToken;
    const etag = (await send(app, 'GET', '/v1/organization', { token })).headers.get('etag')!;
    const change = (name: string) =>
      send(app, 'PATCH', '/v1/organization', { token, body: { name }, headers: { 'if-match': etag } });
    expect((await change('Swift Wheels')).status).toBe(200);
    expect((await change('Swifter Wheels')).status).toBe(200);
    expect((await change('Swiftest Wheels')).status).toBe(412);
    const types = (await eventsOf(app, session)).map(({ type }) => type);
    expect(types.filter((type) => type === 'organization.updated')).toHaveLength(1);
  });

  it('takes no time zone that does not exist and no field that is not its own', async () => {
    const { accessToken: token } = await signUp(app);
    const response = await send(app, 'PATCH', '/v1/organization', {
      token,
      body: { timezone: 'Mars/Base', id: 'x' },
    });
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/id', '/timezone']);
  });
});
