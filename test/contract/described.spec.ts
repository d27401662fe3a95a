import { startTestApp, type TestApp } from '../support/test-app.js';
import { rules } from '../support/document-findings.js';
import type { Document, Schema } from '../support/document-places.js';

/** A document of one operation with these schemas, in which `Told` is a body and `Answer` an answer. */
function documentOf(schemas: Record<string, Schema>, query: Schema = { type: 'string' }): Document {
  const json = (name: string) => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const operation = {
    operationId: 'tell',
    parameters: [{ name: 'q', in: 'query', description: 'What to look for.', schema: query }],
    ...(schemas.Told && { requestBody: json('Told') }),
    responses: { ...(schemas.Answer && { 200: json('Answer') }) },
  };
  return { paths: { '/tell': { post: operation } }, components: { schemas } };
}

const text = { type: 'string', description: 'A text.' };
const open = { type: 'object', description: 'An object.' };
const closed = { ...open, additionalProperties: false };
const choice = { type: 'string', description: '- `a`: The first.', enum: ['a'] };

/** A document that breaks each rule, and where. */
const broken: [rule: string, where: string, document: Document][] = [
  [
    'every schema and property is described',
    'Answer.name',
    documentOf({ Answer: { ...open, properties: { name: { type: 'string' } } } }),
  ],
  ['every schema and property is described', 'Answer', documentOf({ Answer: { type: 'string' } })],
  ['every value of a choice is described, in the text too', 'Answer', documentOf({ Answer: choice })],
  [
    'every value of a choice is described, in the text too',
    'Answer',
    documentOf({ Answer: { ...choice, enum: ['b'], 'x-enum-descriptions': ['The second.'] } }),
  ],
  [
    'every object has a name, so that none is written twice',
    'Answer.inner',
    documentOf({ Answer: { ...open, properties: { inner: { ...open, properties: { text } } } } }),
  ],
  [
    'no choice has null among its values',
    'Answer',
    documentOf({ Answer: { ...choice, nullable: true, enum: ['a', null] } }),
  ],
  [
    'what a nullable schema refers to takes null too',
    'Answer',
    documentOf({
      Answer: { ...open, nullable: true, allOf: [{ $ref: '#/components/schemas/Inner' }] },
      Inner: open,
    }),
  ],
  [
    'values that differ in signs alone have names that generators can use',
    'tell?q',
    documentOf({}, { ...choice, enum: ['a', '-a'] }),
  ],
  ['every language reads the patterns', 'Told', documentOf({ Told: { ...text, pattern: '^\\p{L}+$' } })],
  [
    'a parameter has one type, not a list or a value',
    'tell?q',
    documentOf({}, { anyOf: [text, { type: 'array', items: text }] }),
  ],
  [
    'a discriminator tells alternatives apart',
    'Told',
    documentOf({ Told: { ...text, oneOf: [{ $ref: '#/components/schemas/One' }] }, One: closed }),
  ],
  [
    'answers are open to new fields',
    'Inner',
    documentOf({
      Answer: { ...open, properties: { inner: { $ref: '#/components/schemas/Inner' } } },
      Inner: { ...closed, properties: { text } },
    }),
  ],
  ['requests are closed to unknown fields', 'Told', documentOf({ Told: { ...open, properties: { text } } })],
  [
    'a change has no defaults, for what it leaves out stays',
    'UpdateTold.text',
    documentOf({ UpdateTold: { ...closed, properties: { text: { ...text, default: '' } } } }),
  ],
  [
    'moments, days, ids and e-mail addresses have their format',
    'Answer.sentAt',
    documentOf({ Answer: { ...open, properties: { sentAt: text } } }),
  ],
];

describe('the document that the application makes', () => {
  let app: TestApp;
  let document: Document;
  beforeAll(async () => {
    app = await startTestApp();
    document = (await (await fetch(`${app.url}/openapi.json`)).json()) as Document;
  });
  afterAll(() => app.close());

  it.each(Object.entries(rules))('keeps that %s', (_rule, findings) => {
    expect(findings(document)).toEqual([]);
  });
});

describe('the rules for the document', () => {
  it.each(broken)('see where it is not so that %s', (rule, where, document) => {
    expect(rules[rule]!(document)).toEqual([where]);
  });

  it.each([undefined, '', 'Needs no credentials.', 'Allowed (`things:read`): client: owner.'])(
    'see an operation of which %j is all that is said',
    (description) => {
      const document = documentOf({});
      document.paths['/tell']!.post!.description = description;
      expect(rules['every operation says more than who may call it']!(document)).toEqual(['tell']);
    },
  );

  it.each([undefined, ' ', 'Done', 'Done; no content', 'OK'])(
    'see a success of which %j is all that is said',
    (description) => {
      const document = documentOf({});
      document.paths['/tell']!.post!.responses = { 204: { description }, 404: {} };
      expect(rules['every success says what it returns']!(document)).toEqual(['tell 204']);
    },
  );

  it('see a parameter that is not described', () => {
    const document = documentOf({});
    delete document.paths['/tell']!.post!.parameters![0]!.description;
    expect(rules['every parameter is described']!(document)).toEqual(['tell?q']);
  });
});
