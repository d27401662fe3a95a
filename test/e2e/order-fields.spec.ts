import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Session } from '../../sdk/src/index.js';
import { MAX_LENGTH } from '../../src/order-fields/limits.js';
import { library } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let owner: Session;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app);
  client = await addClient(app, owner, { requiredFields: ['address.zip', 'recipient.phone'] });
});
afterAll(() => app.close());

describe('the catalogue of order fields', () => {
  it('has the columns of a client’s spreadsheet, and more for dispatchers', async () => {
    const { items: clients } = await app.as(client.token).orderFields.list();
    const { items: dispatchers } = await app.as(owner.accessToken).orderFields.list();
    const names = (fields: typeof clients) => fields.map(({ name }) => name);
    expect(names(clients)).toHaveLength(19);
    expect(names(dispatchers).filter((name) => !names(clients).includes(name))).toEqual([
      'clientCode',
      'timing.earliestTime',
      'timing.latestTime',
      'timing.serviceSeconds',
    ]);
    expect(clients.find(({ name }) => name === 'address.zip')).toEqual({
      name: 'address.zip',
      label: 'Zip',
      header: 'Zip',
      synonyms: expect.arrayContaining(['postcode']) as string[],
      type: 'string',
      format: null,
      example: '10018',
      mandatory: false,
      requirable: true,
      audience: 'all',
    });
  });

  it('takes no longer Client ID than a client can have', async () => {
    const [column] = await app.database.query(
      `select character_maximum_length as longest from information_schema.columns
        where table_name = 'clients' and column_name = 'client_code'`,
    );
    expect(column).toEqual({ longest: MAX_LENGTH.clientCode });
  });
});

describe('the required fields', () => {
  it('are the client’s own to read', async () => {
    expect(await app.as(client.token).requiredFields.get()).toEqual({
      requiredFields: ['address.zip', 'recipient.phone'],
    });
    const other = await addClient(app, owner);
    expect(await app.as(other.token).requiredFields.get()).toEqual({ requiredFields: [] });
    await expect(app.as(owner.accessToken).requiredFields.get()).rejects.toMatchObject({
      status: 403,
    });
  });

  it('make a JSON Schema that says what may be submitted', async () => {
    const schema = await app.as(client.token).orderFields.getSchema();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(library)).toBe(true);
    expect(validate({ ...library, recipient: {} })).toBe(false);
    const relaxed = await app.as((await addClient(app, owner)).token).orderFields.getSchema();
    expect(new Ajv2020({ strict: false }).compile(relaxed)({ ...library, recipient: {} })).toBe(true);
  });
});
