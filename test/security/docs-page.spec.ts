import type { OpenAPIObject } from '@nestjs/swagger';
import { pageDocument } from '../../src/openapi/page-document.js';
import { openapi } from '../support/contract.js';
import { call } from '../support/http.js';
import { jpeg, pictureFile } from '../support/pictures.js';
import { addSandbox } from '../support/sandbox.js';
import { Maker } from './matrix.maker.js';
import { operations, rowsOf, type Operation } from './matrix.operations.js';
import { buildWorld, callerOf, type World } from './matrix.world.js';

interface Schema {
  type?: string;
  example?: string;
  default?: string;
  enum?: string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
}

interface Described {
  parameters?: { in: string; name: string; example?: unknown; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

const page = pageDocument(openapi as unknown as OpenAPIObject);
const onPage = ({ method, path }: Operation) =>
  (page.paths as Record<string, Record<string, Described>>)[path]![method.toLowerCase()]!;
const formOf = (operation: Operation) =>
  onPage(operation).requestBody?.content['multipart/form-data']?.schema.properties;
const answersWith = (type: string, operation: Operation) =>
  type in (onPage(operation).responses[operation.success[0]!]?.content ?? {});

/** What it makes up for an object whose keys are open. */
const madeUp = { additionalProp1: 'string' };

/** What Swagger UI writes into the field of a parameter before anybody has touched it. */
function filledQuery(operation: Operation): string {
  const filled = (onPage(operation).parameters ?? []).flatMap(
    ({ name, example, schema }): [string, string][] => {
      const choice = schema.anyOf?.[0];
      const value = example ?? schema.example ?? choice?.example ?? schema.default ?? choice?.default;
      if (schema.type === 'object')
        return Object.entries(value ?? madeUp).map(([key, text]) => [`${name}[${key}]`, String(text)]);
      return value === undefined ? [] : [[name, JSON.stringify(value).replaceAll('"', '')]];
    },
  );
  return String(new URLSearchParams(filled));
}

const orderFile = new File(['Id,Address Line 1,Recipient Name\nA-1,1 Main St,Ada\n'], 'orders.csv');

/** What it writes into the fields of a form, with a file that somebody has chosen. */
function filledForm(fields: Record<string, Schema>, file: File): FormData {
  const form = new FormData();
  for (const [name, field] of Object.entries(fields)) {
    if (field.format === 'binary') continue;
    form.append(name, field.example ?? field.default ?? field.enum?.[0] ?? 'string');
  }
  form.append('file', file);
  return form;
}

describe('the documentation page', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld({ filters: true, policies: true });
  });
  afterAll(() => world.close());

  /** Whose token calls an operation, and its path with ids that they have. */
  async function placeOf(operation: Operation) {
    const caller = callerOf(world, operation);
    const make = new Maker(world.app, caller.home, caller);
    const ids = (await rowsOf(operation)[0]!.ids?.(make)) ?? {};
    // Sandboxes have operations that nobody else may call.
    const { token } = operation.path.startsWith('/v1/sandbox/') ? await addSandbox(world.app) : caller;
    return { token, make, path: operation.path.replace(/{(\w+)}/g, (_name, id: string) => ids[id]!) };
  }

  it('is where the address alone leads, and begins with signing up', async () => {
    const answer = await fetch(world.app.url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, './docs']);
    expect(Object.keys(page.paths).slice(0, 2)).toEqual(['/v1/auth/signup', '/v1/auth/login']);
    expect(page.tags![0]!.name).toBe('Auth');
  });

  it('keeps the examples of filters and fields for its readers', () => {
    const parameters = operations.flatMap((operation) => onPage(operation).parameters ?? []);
    const from = parameters.find(({ name }) => name === 'createdFrom');
    expect(from?.description).toBe(
      'Only orders not created before this moment. Example: `2026-03-02T09:30:00Z`',
    );
    const upload = formOf(operations.find(({ id }) => id === 'createOrderImport')!)!;
    expect(upload.mapping!.description).toContain('Example: `{"Street": "address.addressLineOne"}`');
    expect(JSON.stringify(openapi)).toContain('"example":"2026-03-02T09:30:00Z"');
  });

  it.each(
    operations
      .filter((one) => one.method === 'GET')
      .filter((one) => onPage(one).parameters?.some((parameter) => parameter.in === 'query'))
      // A stream does not end.
      .filter((one) => !answersWith('text/event-stream', one))
      // No store answers here; what its filters find is tried with the stub.
      .filter(({ id }) => id !== 'listShopifyOrders')
      .map((one) => [one.id, one] as const),
  )('leaves the filters of %s open: as it stands it finds what there is', async (_, operation) => {
    const { token, make, path } = await placeOf(operation);
    await make.order(make.isClient() ? 'draft' : 'submitted');
    await make.invitation();
    const read = async (query: string) => {
      const { status, text } = await call(world.app, 'GET', `${path}?${query}`, { token });
      // Two files differ in the moments when they were made.
      return [status, answersWith('application/json', operation) ? text : ''];
    };
    const [status, found] = await read(filledQuery(operation));
    expect([status, found]).toEqual(await read(''));
    expect(status).toBe(200);
  });

  it.each(operations.filter(formOf).map((one) => [one.id, one] as const))(
    'sends the form of %s as it stands, and it works',
    async (_, operation) => {
      const { token, path } = await placeOf(operation);
      const file = operation.id === 'addProof' ? pictureFile(await jpeg()) : orderFile;
      const body = filledForm(formOf(operation)!, file);
      const answer = await call(world.app, operation.method, path, { token, body });
      expect([answer.status, answer.json.errors ?? []]).toEqual([operation.success[0], []]);
      expect(answer.json.dryRun ?? false).toBe(false);
    },
  );
});
