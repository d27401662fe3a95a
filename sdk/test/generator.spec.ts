import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Operation = Record<string, unknown>;

const id = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'The box’s id.',
};
const success = (schema: object) => ({
  200: { description: 'The box.', content: { 'application/json': { schema } } },
});
const box = { $ref: '#/components/schemas/Box' };
const event = { $ref: '#/components/schemas/Event' };
const operation = (operationId: string, more: Operation = {}): Operation => ({
  operationId,
  tags: ['Big crates'],
  summary: `Does ${operationId}`,
  responses: success(box),
  ...more,
});

/** A document with these paths, and boxes as its only resource. */
function documentOf(paths: Record<string, Record<string, unknown>>) {
  return {
    openapi: '3.0.3',
    info: { title: 'Boxes', version: '1' },
    paths,
    components: {
      parameters: { Wet: { name: 'wet', in: 'query', schema: { type: 'boolean', default: false } } },
      schemas: {
        Box: { type: 'object', properties: { id: { type: 'string' }, size: { type: 'number' } } },
        BoxPage: {
          type: 'object',
          properties: {
            items: { type: 'array', items: box },
            nextCursor: { type: 'string', nullable: true },
          },
          required: ['items', 'nextCursor'],
        },
        Problem: {
          type: 'object',
          properties: { code: { 'x-statuses': { not_found: 404, box_is_full: 409, rate_limited: 429 } } },
        },
      },
    },
  };
}

describe('the generator of the SDK', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-generator-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function generate(paths: Record<string, Record<string, unknown>>): Promise<string> {
    const input = join(folder, 'document.json');
    await writeFile(input, JSON.stringify(documentOf(paths)));
    await run(process.execPath, ['sdk/generate.mjs', input, join(folder, 'out')]);
    return readFile(join(folder, 'out/services/BigCratesResource.ts'), 'utf8');
  }
  const read = (file: string) => readFile(join(folder, 'out', file), 'utf8');

  it('types what is answered by the properties that were asked for', async () => {
    const fields = {
      name: 'fields',
      in: 'query',
      description: 'Which of them.',
      schema: { type: 'array', items: { type: 'string', enum: ['size'] } },
    };
    const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };
    const sparse = (name: string) => {
      const json = { schema: { $ref: `#/components/schemas/${name}` } };
      const content = { 'application/json': json, 'application/vnd.boxes.sparse+json': { schema: {} } };
      return { 200: { description: 'The box.', content } };
    };
    const text = await generate({
      '/boxes': {
        get: operation('listBigCrates', { parameters: [limit, fields], responses: sparse('BoxPage') }),
      },
      '/boxes/{id}': {
        get: operation('getBigCrate', { parameters: [id, fields], responses: sparse('Box') }),
      },
    });
    const heads = text.split('\n').filter((line) => /^ {4}(list|get)/.test(line));
    const some = "<const Fields extends Readonly<Array<'size'>>>";
    const only = 'ListBigCratesQuery & ';
    const given = '{ /** Which of them. */ fields: Fields }';
    const without = '{ fields?: never | undefined }';
    const either = "{ fields?: Readonly<Array<'size'>> | undefined }";
    const page = "PagePromise<Page<Sparse<BoxPage['items'][number], Fields>>>";
    const options = 'options?: RequestOptions';
    expect(heads.map((line) => line.trim())).toEqual([
      `list${some}(query: ${only}${given}, ${options}): ${page};`,
      `list(query?: ${only}${without}, ${options}): PagePromise<BoxPage>;`,
      `list(query?: ${only}${either}, ${options}): PagePromise<BoxPage> {`,
      `get${some}(id: string, query: ${given}, ${options}): Promise<Answer<Sparse<Box, Fields>>>;`,
      `get(id: string, query?: ${without}, ${options}): Promise<Answer<Box>>;`,
      `get(id: string, query?: ${either}, ${options}): Promise<Answer<Box>> {`,
    ]);
  });

  it('names by verb, and puts path, body, query and options in their places', async () => {
    const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
    const text = await generate({
      '/boxes': {
        get: operation('listBigCrates', {
          parameters: [
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', default: 50 },
              description: 'How many.',
            },
            { $ref: '#/components/parameters/Wet' },
          ],
          responses: success({ $ref: '#/components/schemas/BoxPage' }),
        }),
        post: operation('createBigCrate', {
          parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
          requestBody: json(box),
        }),
      },
      '/boxes/mine': { get: operation('getOwnBigCrate', { 'x-sdk-name': 'myCrates.get' }) },
      '/boxes/sort': { post: operation('sortBigCrates', { 'x-sdk-name': 'tidy' }) },
      '/boxes/{id}/lids/{lidId}': {
        parameters: [id, { ...id, name: 'lidId', description: undefined }],
        patch: operation('updateBigCrateLid', {
          description: 'Only while it is empty.',
          parameters: [{ name: 'If-Match', in: 'header', schema: { type: 'string' } }],
          requestBody: json({ type: 'object', properties: { colour: { type: 'string' } } }),
          responses: {
            ...success(box),
            409: { description: '`box_is_full`, `not_found`' },
            429: { description: '`rate_limited`' },
          },
        }),
        delete: operation('removeBigCrateLid', { responses: { 204: { description: 'Gone.' } } }),
      },
    });
    for (const signature of [
      'list(query?: ListBigCratesQuery, options?: RequestOptions): PagePromise<BoxPage> {',
      'create(body: Box, options?: RequestOptions): Promise<Answer<Box>> {',
      'tidy(options?: RequestOptions): Promise<Answer<Box>> {',
      'updateLid(id: string, lidId: string, body: UpdateBigCrateLidBody, options?: RequestOptions): Promise<Answer<Box>> {',
      'removeLid(id: string, lidId: string, options?: RequestOptions): Promise<void> {',
      "url: '/boxes/{id}/lids/{lidId}', path: { id, lidId }, body }",
      '     * How many. Default 50.',
      '    limit?: number | undefined;',
      '     * Default false.',
      '     * Only while it is empty.',
      '     * @param id The box’s id.\n     * @returns The box.\n     * @throws WaybillError `box_is_full`, `not_found`\n',
    ])
      expect(text).toContain(signature);
    expect(text).not.toMatch(/Idempotency-Key|If-Match|CancelablePromise|= 50|@param lidId/);
    expect(await read('resources.ts')).toContain('readonly bigCrates: BigCratesResource;');
    expect(await read('resources.ts')).toContain('readonly myCrates: MyCratesResource;');
    expect(await read('services/MyCratesResource.ts')).toContain('    get(options?: RequestOptions)');
    expect(await read('index.ts')).toContain(
      "export type { BigCratesResource, ListBigCratesQuery, UpdateBigCrateLidBody } from './services/BigCratesResource.js';",
    );
  });

  it('demands a query that has to be given, and takes files in and out', async () => {
    const csv = { 'text/csv': { schema: { type: 'string', format: 'binary' } } };
    const form = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, mode: { type: 'string', enum: ['a', 'b'] } },
      required: ['file'],
    };
    const text = await generate({
      '/boxes/export': {
        get: operation('exportBigCrates', {
          parameters: [{ name: 'day', in: 'query', required: true, schema: { type: 'string' } }],
          responses: { 200: { description: 'The file.', content: csv } },
        }),
      },
      '/boxes/import': {
        post: operation('importBigCrates', {
          requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
        }),
      },
    });
    expect(text).toContain('export(query: ExportBigCratesQuery, options?: RequestOptions): Download {');
    expect(text).toContain(
      "this.file({ method: 'GET', url: '/boxes/export', query, accept: 'text/csv' }, options)",
    );
    expect(text).toContain(
      'import(body: ImportBigCratesForm, options?: RequestOptions): Promise<Answer<Box>> {',
    );
    expect(text).toContain('formData: body');
    expect(text).toContain("    file: Blob;\n    mode?: 'a' | 'b' | undefined;\n");
  });

  it('types events by what each carries, and names once what several carry', async () => {
    const message = (data: object) => ({
      post: {
        summary: 'It happened.',
        requestBody: {
          content: {
            'application/json': {
              schema: { properties: { data: { allOf: [{}, { properties: { data } }] } } },
            },
          },
        },
      },
    });
    const moved = { type: 'object', properties: { to: { type: 'string' } }, required: ['to'] };
    const weighed = { type: 'object', properties: { grams: { type: 'integer', nullable: true } } };
    const types = ['box.moved', 'box.weighed', 'box.moved_back'];
    const input = join(folder, 'events.json');
    const document = documentOf({
      '/boxes': { get: operation('listBigCrates', { responses: success(event) }) },
    });
    Object.assign(document.components.schemas, {
      EventType: { type: 'string', enum: types },
      Event: {
        type: 'object',
        description: 'One thing.',
        required: ['id', 'type', 'data'],
        properties: {
          id: { type: 'string' },
          type: { $ref: '#/components/schemas/EventType' },
          data: { type: 'object', additionalProperties: true },
        },
      },
    });
    const webhooks = {
      'box.moved': message(moved),
      'box.weighed': message(weighed),
      'box.moved_back': message(moved),
    };
    await writeFile(input, JSON.stringify({ ...document, 'x-webhooks': webhooks }));
    await run(process.execPath, ['sdk/generate.mjs', input, join(folder, 'out')]);
    const data = await read('models/EventData.ts');
    expect(data).toContain('export interface BoxMovedData {\n    to: string;\n}\n');
    for (const line of [
      "    'box.moved': BoxMovedData;\n",
      "    'box.weighed': {\n        grams?: number | null | undefined;\n    };\n",
      "    'box.moved_back': BoxMovedData;\n",
    ])
      expect(data).toContain(line);
    expect(await read('models/Event.ts')).toMatch(/type: Type;\n {4}data: EventDataByType\[Type\];\n/);
    expect(await read('index.ts')).toContain(
      "export type { BoxMovedData, EventDataByType } from './models/EventData.js';",
    );
  });

  it.each([
    [
      'two operations with one name',
      { get: operation('listBigCrates'), post: operation('listBigCrate') },
      /bigCrates\.list: listBigCrates and listBigCrate/,
    ],
    [
      'a header that no option sends',
      { get: operation('listBigCrates', { parameters: [{ name: 'X-Mood', in: 'header', schema: {} }] }) },
      /no way to send the header parameter X-Mood/,
    ],
    [
      'a query name that no object’s property has',
      {
        get: operation('listBigCrates', {
          parameters: [{ name: 'filter[size]', in: 'query', schema: { type: 'string' } }],
        }),
      },
      /filter\[size\] cannot stand in a query object/,
    ],
    ['an operation without a tag', { get: operation('listBigCrates', { tags: [] }) }, /without tag/],
  ])('refuses %s', async (_what, item, message) => {
    await expect(generate({ '/boxes': item })).rejects.toThrow(message);
  });
});
