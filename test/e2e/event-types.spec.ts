import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { feedEventTypes } from '../../src/modules/events/event-map.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the types of events', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('are all listed, with examples that fit their schemas', async () => {
    const { items } = await app.as((await signUp(app)).accessToken).events.listTypes();
    expect(items.map(({ name }) => name)).toEqual(feedEventTypes);
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    for (const { name, schema, example } of items)
      expect([name, ajv.validate(schema, example)]).toEqual([name, true]);
  });
});
