import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { openapi } from '../support/contract.js';
import { call } from '../support/http.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the server’s manners', () => {
  let app: TestApp;
  let token: string;
  beforeAll(async () => {
    app = await startTestApp({ env: { CORS_ORIGINS: 'https://portal.example.org' } });
    token = (await signUp(app)).accessToken;
  });
  afterAll(() => app.close());

  const depot = (body: unknown, headers?: Record<string, string>) =>
    call(app, 'POST', '/v1/depots', { token, body, headers });

  it.each<[string, () => ReturnType<typeof depot>, number, string]>([
    ['JSON that breaks off', () => depot('{"name": "Up'), 400, 'malformed_json'],
    ['an empty body', () => depot(''), 400, 'malformed_json'],
    ['a __proto__ key', () => depot('{"name": "Up", "__proto__": {"isMain": true}}'), 400, 'malformed_json'],
    [
      'a constructor.prototype key',
      () => depot('{"name": "Up", "constructor": {"prototype": {"isMain": true}}}'),
      400,
      'malformed_json',
    ],
    ['a list instead of an object', () => depot('[]'), 400, 'validation_failed'],
    [
      'null, where nothing would be changed by an empty object',
      () => call(app, 'PATCH', '/v1/organization', { token, body: 'null' }),
      400,
      'validation_failed',
    ],
    ['an unknown field', () => depot({ name: 'Up', nam: 'typo' }), 400, 'validation_failed'],
    ['control characters', () => depot({ name: 'Up\u0000town' }), 400, 'validation_failed'],
    ['a body of 3 MiB', () => depot({ name: 'x'.repeat(3 * 1024 * 1024) }), 413, 'too_large'],
    ['text', () => depot('name=Up', { 'content-type': 'text/plain' }), 415, 'unsupported_media_type'],
    [
      'a form',
      () => depot('name=Up', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported_media_type',
    ],
    ['XML', () => depot('<depot/>', { 'content-type': 'application/xml' }), 415, 'unsupported_media_type'],
    ['an unknown path', () => call(app, 'GET', '/v1/nothing-here', { token }), 404, 'not_found'],
    ['a method that is not there', () => call(app, 'PUT', '/v1/depots', { token }), 404, 'not_found'],
    ['an id that is none', () => call(app, 'GET', '/v1/depots/..%2f..%2fetc', { token }), 404, 'not_found'],
    ['a path of 2 kB', () => call(app, 'GET', `/v1/depots/${'x'.repeat(2000)}`, { token }), 404, 'not_found'],
    [
      'a path that cannot be decoded',
      () => call(app, 'GET', '/v1/depots/%ff', { token }),
      400,
      'bad_request',
    ],
    [
      'a limit that is no number',
      () => call(app, 'GET', '/v1/depots?limit=many', { token }),
      400,
      'validation_failed',
    ],
    [
      'a header of 20 kB',
      () => call(app, 'GET', '/v1/depots', { token, headers: { 'x-long': 'x'.repeat(20_000) } }),
      431,
      'headers_too_large',
    ],
    ['no credentials', () => call(app, 'GET', '/v1/depots'), 401, 'authentication_required'],
    [
      'a made-up token',
      () => call(app, 'GET', '/v1/depots', { token: 'made.up.token' }),
      401,
      'token_invalid',
    ],
    [
      'a made-up key',
      () => call(app, 'GET', '/v1/depots', { token: 'wb_live_not-a-real-key' }),
      401,
      'token_invalid',
    ],
  ])('answer %s with a problem that names itself', async (_, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(Object.keys(answer.json)).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'detail', 'requestId']),
    );
    expect(answer.json.requestId).toBe(answer.headers.get('x-request-id'));
    expect(answer.text).not.toMatch(/ at .*\.(js|ts):|select |node_modules/);
    expect(answer.headers.has('www-authenticate')).toBe(status === 401);
  });

  it('say that a body is empty, not that its quotes are wrong', async () => {
    expect((await depot('')).json.detail).toBe(
      'The content type says JSON but the body is empty. Send a body, or leave the content type out.',
    );
  });

  it('answer what is no HTTP with a problem too, and hang up', async () => {
    const { hostname, port } = new URL(app.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write('HELLO\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      socket.on('end', () => resolve(received)).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"bad_request"');
  });

  it('refuse what nobody may set: ids, tenants, roles and states in bodies', async () => {
    for (const field of ['organizationId', 'clientId', 'status', 'role', 'id', 'isMain', 'version']) {
      const answer = await depot({ name: 'Up', [field]: randomUUID() });
      expect([field, answer.status]).toEqual([field, 400]);
      expect(answer.json.errors).toEqual([
        expect.objectContaining({ pointer: `/${field}`, code: 'unknown_field' }),
      ]);
    }
  });

  it('take a request id that is one, and make one where it is not', async () => {
    const given = await call(app, 'GET', '/v1/depots', { token, headers: { 'x-request-id': 'trace-7' } });
    expect(given.headers.get('x-request-id')).toBe('trace-7');
    const odd = await call(app, 'GET', '/v1/depots', { token, headers: { 'x-request-id': 'a b\tc' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tell browsers to keep to the type, the origin and HTTPS', async () => {
    const { headers } = await call(app, 'GET', '/health/live');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('strict-transport-security')).toContain('max-age=');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('let only the configured origins read answers', async () => {
    const from = async (origin: string) =>
      (await call(app, 'GET', '/health/live', { headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await from('https://portal.example.org')).toBe('https://portal.example.org');
    expect(await from('https://evil.example.net')).toBeNull();
  });

  it('tell browsers of every method that a route has', async () => {
    const answer = await call(app, 'OPTIONS', '/v1/orders', {
      headers: {
        origin: 'https://portal.example.org',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,if-match',
      },
    });
    const allowed = answer.headers.get('access-control-allow-methods')!.split(/, ?/);
    const methods = Object.values(openapi.paths).flatMap((operations) => Object.keys(operations));
    expect(allowed).toEqual(expect.arrayContaining(methods.map((method) => method.toUpperCase())));
  });
});

describe('answers in caches', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it.each([
    ['of a signed-in caller', 200, () => asOwner('GET', '/v1/me')],
    ['a list', 200, () => asOwner('GET', '/v1/depots')],
    ['a refusal', 404, () => asOwner('GET', `/v1/depots/${randomUUID()}`)],
    [
      'a session',
      401,
      () => call(app, 'POST', '/v1/auth/login', { body: { email: 'a@b.co', password: 'x' } }),
    ],
    ['a tracking page', 404, () => call(app, 'GET', '/v1/tracking/unknown')],
  ])('are not kept: %s', async (_, status, ask) => {
    const answer = await ask();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
  });

  it('may be kept where they are everybody’s', async () => {
    const asset = await call(app, 'GET', '/docs/swagger-ui.css');
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('public');
  });

  const asOwner = async (method: string, path: string) =>
    call(app, method, path, { token: (await signUp(app)).accessToken });
});
