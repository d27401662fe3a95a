import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ServerProcess } from '../support/server-process.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

/** Longer than any start that fails may take. */
const limit = 15_000;
const secret = 'canary-of-a-password';

describe('a start that cannot succeed ends with one sentence', () => {
  let database: TestDatabase;
  let dataDir: string;
  const listening: Server[] = [];
  const sockets: Socket[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-start-'));
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of listening.splice(0)) server.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function listen(onSocket: (socket: Socket) => void = () => undefined): Promise<number> {
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      onSocket(socket);
    }).listen(0, '127.0.0.1');
    listening.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** What a start says on standard error; it has to end by itself, with status 1. */
  async function refusalOf(env: Record<string, string>): Promise<string> {
    const server = new ServerProcess({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', ...env });
    const since = performance.now();
    const ended = await Promise.race([server.ended(), pause(2 * limit, 'still there', { ref: false })]);
    if (ended === 'still there') await server.stop('SIGKILL');
    expect({ ended, inTime: performance.now() - since < limit }).toEqual({ ended: 1, inTime: true });
    expect(server.stderr).not.toContain(secret);
    expect(server.stderr).not.toMatch(/^\s+at /m);
    return server.stderr.trim();
  }

  const urlWith = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return url.href;
  };

  it('when the server of DATABASE_URL is silent', async () => {
    const port = await listen();
    const said = await refusalOf({ DATABASE_URL: `postgres://waybill:${secret}@127.0.0.1:${port}/waybill` });
    expect(said).toMatch(/^DATABASE_URL: 127\.0\.0\.1:\d+, database "waybill": .*nobody answers\.$/);
  }, 60_000);

  it.each([
    ['the password is wrong', (url: URL) => (url.password = secret), /the password of "waybill" is wrong\.$/],
    ['there is no such database', (url: URL) => (url.pathname = 'nowhere'), /there is no database "nowhere"/],
    [
      'nothing listens there',
      (url: URL) => (url.port = '9'),
      /^DATABASE_URL: 127\.0\.0\.1:9, .*nothing listens there/,
    ],
    [
      'there is no such host',
      (url: URL) => (url.hostname = 'nowhere.invalid'),
      /nowhere\.invalid.*no host of this name/,
    ],
  ])(
    'when %s',
    async (_why, change, sentence) => {
      const said = await refusalOf({ DATABASE_URL: urlWith((url) => void change(url)) });
      expect(said.split('\n')).toEqual([expect.stringMatching(sentence)]);
      expect(said).toMatch(/^DATABASE_URL: .+, database ".+": /);
    },
    60_000,
  );

  it('when the server is older than PostgreSQL 15', async () => {
    const [{ number }] = (await database.query<{ number: string }>(
      `select current_setting('server_version_num') as number`,
    )) as [{ number: string }];
    const { hostname, port } = new URL(database.url);
    // The real server, but for the number of its version.
    const proxy = await listen((socket) => {
      const server = connect(Number(port), hostname).on('error', () => socket.destroy());
      sockets.push(server);
      socket.pipe(server);
      server.on('data', (bytes: Buffer) => {
        const text = bytes.toString('latin1').replaceAll(number, '140019');
        socket.write(Buffer.from(text, 'latin1'));
      });
    });
    const said = await refusalOf({ DATABASE_URL: urlWith((url) => (url.port = String(proxy))) });
    expect(said).toMatch(/is PostgreSQL .+, and Waybill needs 15 or newer\.$/);
  }, 60_000);

  it('when a newer Waybill has migrated the database', async () => {
    const newer = 'Migration20991231000001_from_the_future';
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query('insert into mikro_orm_migrations (name) values ($1)', [newer]);
    try {
      const said = await refusalOf({ DATABASE_URL: database.url });
      expect(said.split('\n')).toEqual([expect.stringMatching(`newer Waybill: .* know ${newer}\\.`)]);
    } finally {
      await owner.query('delete from mikro_orm_migrations where name = $1', [newer]);
      await owner.end();
    }
  }, 60_000);

  it('when the port is in use', async () => {
    const port = await listen();
    const said = await refusalOf({ DATABASE_URL: database.url, PORT: String(port) });
    expect(said).toBe(
      `PORT: ${port} on 127.0.0.1 is in use already. Stop what uses it, or set another PORT.`,
    );
  }, 60_000);

  it('when a setting is wrong or lacks another, of which each is named and no secret told', async () => {
    const said = await refusalOf({ SHOPIFY_API_SECRET: secret, ENCRYPTION_KEYS: secret });
    expect(said.split('\n')).toEqual([
      'The configuration is not usable:',
      '  ENCRYPTION_KEYS: expected keys of 32 bytes in Base64, separated by commas; the first seals, all open',
      '  SHOPIFY_API_SECRET: set both, SHOPIFY_API_KEY and SHOPIFY_API_SECRET, or neither',
    ]);
  }, 60_000);

  it.each([
    ['emptied', ''],
    ['cut short', 'only-the-first-half'],
  ])(
    'when the kept secret was %s',
    async (_how, content) => {
      const file = join(dataDir, 'jwt-secret');
      await writeFile(file, content);
      const said = await refusalOf({ DATABASE_URL: database.url });
      expect(said).toContain(`${file} holds ${content.length} characters`);
      expect(said).toContain('everyone has to sign in again');
      if (content) expect(said).not.toContain(content);
      expect(await readFile(file, 'utf8')).toBe(content);
    },
    60_000,
  );
});

describe('the first start', () => {
  it('makes one secret, however many processes start at once', async () => {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'waybill-start-'));
    const env = { ...settingsFor(database), DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
    const servers = await Promise.all([1, 2, 3].map(() => ServerProcess.start(env)));
    try {
      const signUp = await fetch(`${servers[0]!.url}/v1/auth/signup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          organizationName: 'Swift Wheels',
          name: 'Ada Park',
          email: 'ada@example.org',
          password: 'plum tractor sings at noon',
        }),
      });
      const { accessToken } = (await signUp.json()) as { accessToken: string };
      for (const { url } of servers) {
        const me = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${accessToken}` } });
        expect(me.status).toBe(200);
      }
      expect(await readFile(join(dataDir, 'jwt-secret'), 'utf8')).toMatch(/^[\w-]{43}$/);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
