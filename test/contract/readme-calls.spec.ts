import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { webhooks } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { blocks, newcomerEnv, typed } from '../support/readme.js';
import { freePort } from '../support/redis.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const run = promisify(execFile);
const env = newcomerEnv;

/** The first block of that language under a heading. */
const block = (language: string, heading = 'First calls') => blocks(language, heading)[0]!;

describe('the first calls of the README', () => {
  let app: TestApp;
  let elsewhere: string;
  /** Somebody's own project with the SDK in it. */
  let project: string;
  const here = (text: string) => text.replaceAll('http://localhost:3000', app.url);
  const shell = (script: string, cwd?: string) => typed(here(script), cwd);
  const curl = () => shell(block('sh'));

  beforeAll(async () => {
    app = await startTestApp();
    elsewhere = await mkdtemp(join(tmpdir(), 'waybill-newcomer-'));
    await run(process.execPath, ['sdk/build.mjs'], { env });
    project = join(elsewhere, 'project');
    await mkdir(project);
    await run('npm', ['init', '--yes', '--init-type=module'], { cwd: project, env });
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', resolve('sdk')], {
      cwd: project,
      env,
    });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await rm(elsewhere, { recursive: true, force: true });
  });

  it('by curl submit the good rows of the spreadsheet, also the second time', async () => {
    for (let time = 1; time <= 2; time += 1) {
      const { stdout } = await curl();
      expect(stdout).toContain('"succeededCount":28');
    }
  }, 120_000);

  it('are followed by those that find, print, take along and try out', async () => {
    const folder = join(elsewhere, 'files');
    await mkdir(folder);
    await symlink(resolve('test'), join(folder, 'test'));
    const headings = ['First calls', 'Finding, printing, taking along', 'A sandbox'];
    const { stdout } = await shell(headings.map((heading) => block('sh', heading)).join('\n'), folder);
    for (const told of [
      '"externalId":"NYPL-0001"',
      '"addressLineOne":"476 5th Ave"',
      '"metadata":{"wave":"7"}',
      '"requestedDate":"2026-12-24"',
      '"invitation":{"id":',
      '"status":"failed"',
      '86400\n{"items":[],"nextCursor":null}',
    ])
      expect(stdout).toContain(told);
    const [sheet, labels] = await Promise.all(
      ['orders.xlsx', 'labels.pdf'].map((name) => readFile(join(folder, name))),
    );
    expect([sheet!.toString('latin1', 0, 2), labels!.toString('latin1', 0, 5)]).toEqual(['PK', '%PDF-']);
  }, 120_000);

  it('by the SDK run as written from another folder', async () => {
    const rows = 'Id,Address Line 1\nSDK-1,476 5th Ave\nSDK-2,\nSDK-3,1 Main St\n';
    await writeFile(join(project, 'orders.csv'), rows);
    await writeFile(join(project, 'first-calls.js'), here(block('js')));
    const { stdout } = await run(process.execPath, ['first-calls.js'], {
      cwd: project,
      env,
      timeout: 60_000,
    });
    expect(stdout).toContain(' 2 1\n');
    expect(stdout).toContain('SDK-3 submitted undefined\nSDK-1 submitted undefined\n');
  }, 120_000);

  it('are told to a receiver as the SDK’s README writes it, which takes nobody else’s', async () => {
    const sdkReadme = await readFile('sdk/README.md', 'utf8');
    const [, program] = /```js\n(import \{ createServer \}[\s\S]*?)```/.exec(sdkReadme)!;
    await writeFile(join(project, 'receiver.js'), program!);
    const [port, secret] = [await freePort(), `whsec_${Buffer.alloc(32, 7).toString('base64')}`];
    const receiver = spawn(process.execPath, ['receiver.js'], {
      cwd: project,
      env: { ...env, PORT: String(port), WEBHOOK_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const body = JSON.stringify({ type: 'order.delivered', data: { orderId: 'an order' } });
      const send = (headers: Record<string, string>) =>
        fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body });
      const refused = await eventually(() => send({}).catch(() => undefined));
      expect(refused.status).toBe(400);
      const told = once(receiver.stdout, 'data');
      expect((await send(await webhooks.sign(body, secret, { id: 'msg_1' }))).status).toBe(204);
      expect(String((await told)[0])).toBe('msg_1 order.delivered an order\n');
    } finally {
      receiver.kill();
    }
  });
});
