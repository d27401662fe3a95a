import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  apiVersion,
  callbackPath,
  webhooksPath,
} from '../../src/modules/integrations/shopify/api/shopify-library.js';
import { wantedScopes } from '../../src/modules/integrations/shopify/api/shopify-scopes.js';
import { blocksOf, newcomerEnv, typed } from '../support/guide.js';
import { ServerProcess } from '../support/server-process.js';
import { createTestDatabase, settingsFor, type TestDatabase } from '../support/test-database.js';

const page = 'docs/shopify/README.md';
const [stubCommand, startCommand] = blocksOf(page, 'console').map((block) => block.replace('$ ', '')) as [
  string,
  string,
];
const [calls, keyCommand] = blocksOf(page, 'sh') as [string, string];

/** What the stub says once it is ready, and how it ends. */
async function startStub() {
  const child = spawn('bash', ['-c', `exec ${stubCommand}`], {
    env: { ...newcomerEnv, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, setting] = /^Start Waybill with (\S+)$/.exec(line) ?? [];
    if (!setting) continue;
    const stop = async () => {
      process.kill(-child.pid!, 'SIGTERM');
      await ended;
    };
    return { setting, stop };
  }
  throw new Error('The stub ended before it was ready');
}

describe('a store is connected as the guide writes it', () => {
  let database: TestDatabase;
  let dataDir: string;
  let stub: Awaited<ReturnType<typeof startStub>>;
  let server: ServerProcess;
  beforeAll(async () => {
    [stub, database, dataDir] = await Promise.all([
      startStub(),
      createTestDatabase(),
      mkdtemp(join(tmpdir(), 'waybill-stores-')),
    ]);
    const [name, url] = stub.setting.split('=') as [string, string];
    expect(startCommand).toBe(`${name}=http://127.0.0.1:4000 npm start\n`);
    server = await ServerProcess.start({
      [name]: url,
      ...settingsFor(database),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    });
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    await stub.stop();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('to its end, also the second time', async () => {
    const script = calls
      .replaceAll('http://localhost:3000', server.url)
      .replaceAll('http://127.0.0.1:4000', stub.setting.split('=')[1]!);
    for (let time = 1; time <= 2; time += 1) {
      const { stdout } = await typed(script);
      expect(stdout).toMatch(/^3\nbook-nook-\d+\.myshopify\.com is connected\ntrue\n\{/);
      for (const told of [
        '"succeededCount":2',
        '}1\nstarted\ndelivered\n',
        '"fulfillmentStatus":"FULFILLED"',
        '"externalId":"#1002"',
      ])
        expect(stdout).toContain(told);
    }
  }, 120_000);

  it('by an app that is configured as the code wants it', () => {
    const [toml] = blocksOf(page, 'toml') as [string];
    const at = (path: string) => `"https://waybill.example.org${path}"`;
    for (const line of [
      `scopes = "${wantedScopes.join(',')}"`,
      `redirect_urls = [${at(callbackPath)}]`,
      `api_version = "${apiVersion}"`,
      `uri = ${at(webhooksPath)}`,
    ])
      expect(toml.split('\n')).toContain(line);
  });

  it('with keys that are taken', async () => {
    const { stdout } = await typed(keyCommand);
    expect(Buffer.from(stdout, 'base64')).toHaveLength(32);
  });

  it('by a server that has the guide with it as it is built', async () => {
    for (const path of ['/docs/guide', '/docs/guide/site/guide.css', '/docs/errors/not_found'])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
  });
});
