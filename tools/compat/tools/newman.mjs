/** A Postman collection made from the document, run by newman once as the delivery company and once as its client. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import newman from 'newman';
import postman from 'openapi-to-postmanv2';
import { addTenant } from '../../../bench/support/server.mjs';
import { openapi, root } from '../support.mjs';

const convert = promisify(postman.convertV2.bind(postman));
const run = promisify(newman.run.bind(newman));
const spreadsheet = join(root, 'test/fixtures/libraries-manhattan.csv');

const requestsIn = (items) => items.flatMap((item) => (item.item ? requestsIn(item.item) : [item]));
const resource = ({ request }) => request.url.path.slice(0, 2).join('-');

/** What is created first is there for the requests after it; what deletes comes last. */
function rank({ request }) {
  if (request.method === 'DELETE') return 2;
  return request.method === 'POST' && !request.url.path.some((part) => part.startsWith(':')) ? 0 : 1;
}

/** Runs in newman: holds the answer to the documented ones and keeps the id of what was created. */
const script = (documented, isPublic, name) => [
  `const documented = ${JSON.stringify(documented)};`,
  `pm.test('the status is documented', () => pm.expect(Object.keys(documented)).to.include(String(pm.response.code)));`,
  `pm.test('its type is documented', () => {`,
  `  const type = (pm.response.headers.get('content-type') ?? '').split(';')[0];`,
  `  pm.expect(documented[pm.response.code]).to.include(type);`,
  `});`,
  `pm.test('the server did not fail', () => pm.expect(pm.response.code).to.be.below(500));`,
  ...(isPublic ? [] : [`pm.test('the token counts', () => pm.expect(pm.response.code).not.to.equal(401));`]),
  `if ([201, 202].includes(pm.response.code) && pm.response.json().id) pm.variables.set(${JSON.stringify(name)}, pm.response.json().id);`,
];

function documentedOf({ response }) {
  const documented = {};
  for (const { code, header } of response) {
    const type = header?.find(({ key }) => key.toLowerCase() === 'content-type')?.value ?? '';
    (documented[code] ??= []).push(type);
  }
  return documented;
}

/** Newman waits for the end of an answer, and a stream of events has none. */
const ends = (item) => !Object.values(documentedOf(item)).flat().includes('text/event-stream');

function prepare(item) {
  const { request } = item;
  const isPublic = !request.auth || request.auth.type === 'noauth';
  if (!isPublic) request.auth = { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] };
  for (const variable of request.url.variable ?? [])
    if (variable.key === 'id') variable.value = `{{${resource(item)}}}`;
  for (const field of request.body?.formdata ?? []) if (field.type === 'file') field.src = spreadsheet;
  item.event = [{ listen: 'test', script: { exec: script(documentedOf(item), isPublic, resource(item)) } }];
  return item;
}

export default {
  name: 'newman',
  packages: ['openapi-to-postmanv2', 'newman'],
  generate: async (dir) => {
    const { result, reason, output } = await convert(
      { type: 'string', data: await readFile(openapi, 'utf8') },
      { parametersResolution: 'Example', enableOptionalParameters: false },
    );
    if (!result) throw new Error(reason);
    const collection = output[0].data;
    const item = requestsIn(collection.item)
      .filter(ends)
      .map(prepare)
      .sort((a, b) => rank(a) - rank(b));
    await writeFile(
      join(dir, 'collection.json'),
      JSON.stringify({ ...collection, item, event: [] }, null, 2),
    );
  },
  calls: async (dir, server) => {
    const { dispatcher, client } = await addTenant(server.url);
    let requests = 0;
    let succeeded = 0;
    let assertions = 0;
    const failures = [];
    for (const token of [dispatcher, client]) {
      const { run: report } = await run({
        collection: join(dir, 'collection.json'),
        envVar: Object.entries({ baseUrl: server.url, token }).map(([key, value]) => ({ key, value })),
        reporters: [],
        insecureFileRead: true,
      });
      requests += report.stats.requests.total;
      assertions += report.stats.assertions.total;
      succeeded += report.executions.filter(({ response }) => response?.code < 300).length;
      failures.push(...report.failures);
    }
    if (failures.length > 0)
      throw new Error(failures.map(({ source, error }) => `${source.name}: ${error.message}`).join('\n'));
    return `${requests} requests (${succeeded} succeed), ${assertions} assertions, 0 failures`;
  },
};
