import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { webhooks } from '../../sdk/src/index.js';
import { guidePages } from '../../src/guide/guide-pages.js';
import { eventually } from '../support/eventually.js';
import { blocksOf, newcomerEnv, scriptOf, typed } from '../support/guide.js';
import { freePort } from '../support/redis.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase } from '../support/test-database.js';

const run = promisify(execFile);
const env = newcomerEnv;

interface Page {
  /** Whose calls it goes on from. */
  after?: string;
  /** What is printed. */
  tells: (string | RegExp)[];
  /** What is written, and how it begins. */
  files?: Record<string, string>;
}

/** What comes of the commands of each page, typed from top to bottom. */
const pages: Record<string, Page> = {
  'README.md': { tells: ['"succeededCount":28'] },
  'docs/getting-started.md': {
    tells: [
      /\[ 'recipient.name' \]\n\[\]\n1\n/,
      /\n1\nstarted\nhttp:\S+\nout_for_delivery\n1\ndelivered\ncompleted\n/,
      /\ndelivered_to_recipient\norder\.delivered .* order\.created\n1\n/,
      '"delivered":1',
    ],
  },
  'docs/sandbox.md': {
    after: 'README.md',
    tells: ['"status":"failed"', '86400\n{"items":[],"nextCursor":null}'],
  },
  'docs/spreadsheets.md': {
    after: 'README.md',
    tells: [/5\n\d+: .*\n\d+: .*\n\d+: /],
    files: { 'rejected.csv': '\xef\xbb\xbfUnit', 'template.xlsx': 'PK' },
  },
  'docs/orders.md': {
    after: 'README.md',
    tells: [
      '"externalId":"NYPL-0001"',
      '"addressLineOne":"476 5th Ave"',
      '"metadata":{"wave":"7"}',
      '"requestedDate":"2026-12-24"',
      '"invitation":{"id":',
    ],
    files: { 'orders.xlsx': 'PK', 'labels.pdf': '%PDF-' },
  },
  'docs/routes.md': {
    after: 'docs/getting-started.md',
    tells: ['Everything is as it was recorded.'],
    files: { 'proof.zip': 'PK' },
  },
  'docs/webhooks.md': { after: 'README.md', tells: [/order.created order.created$/m] },
  'docs/errors.md': { tells: ['"code": "order_on_route"'] },
  'docs/operations/README.md': { tells: ['"database":"up"'] },
};

/** Pages whose blocks run in a test of their own, or are parts of a program. */
const elsewhere = ['docs/programs.md', 'docs/shopify/README.md', 'sdk/README.md'];

describe('the guide', () => {
  it('has no page with blocks that nobody runs', () => {
    const withBlocks = guidePages
      .map(({ file }) => file)
      .filter((file) => ['sh', 'js'].some((language) => blocksOf(file, language).length > 0));
    expect(withBlocks.sort()).toEqual([...Object.keys(pages), ...elsewhere].sort());
  });

  it('asks the database what it says', async () => {
    const database = await createTestDatabase();
    await database.query('reset role');
    const [asked] = blocksOf('docs/scaling.md', 'sql');
    await expect(database.query(asked!)).resolves.toBeInstanceOf(Array);
    await database.drop();
  });

  it('has no block of another kind, but for what is shown', () => {
    const kinds = guidePages.flatMap(({ file }) =>
      [...readFileSync(file, 'utf8').matchAll(/^```(\S*)\n(?:[\s\S]*?)^```$/gm)].map(([, kind]) => kind),
    );
    expect([...new Set(kinds)].sort()).toEqual([
      '',
      'console',
      'ini',
      'js',
      'json',
      'python',
      'sh',
      'sql',
      'text',
      'toml',
      'yaml',
    ]);
  });

  it('names no command that is not there', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const said = guidePages.flatMap(({ file }) => [
      ...readFileSync(file, 'utf8').matchAll(/npm run ([\w:-]+)/g),
    ]);
    expect(said.length).toBeGreaterThan(10);
    expect(said.map(([, name]) => name!).filter((name) => !(name in scripts))).toEqual([]);
    const typedByHand = guidePages.flatMap(({ file }) =>
      blocksOf(file, 'console').flatMap((text) => text.trim().split('\n')),
    );
    expect(typedByHand.filter((line) => !line.startsWith('$ '))).toEqual([]);
  });
});

describe('the commands of a page', () => {
  let app: TestApp;
  let elsewhereFolder: string;
  /** Somebody's own project with the SDK in it. */
  let project: string;
  const here = (text: string) => text.replaceAll('http://localhost:3000', app.url);

  beforeAll(async () => {
    const port = await freePort();
    app = await startTestApp({ port, env: { PUBLIC_URL: `http://127.0.0.1:${port}` } });
    elsewhereFolder = await mkdtemp(join(tmpdir(), 'waybill-newcomer-'));
    await run(process.execPath, ['sdk/build.mjs'], { env });
    project = join(elsewhereFolder, 'project');
    await mkdir(project);
    await run('npm', ['init', '--yes', '--init-type=module'], { cwd: project, env });
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', resolve('sdk')], {
      cwd: project,
      env,
    });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await rm(elsewhereFolder, { recursive: true, force: true });
  });

  /** A folder that looks like the repository and gets what is written. */
  async function folderFor(name: string) {
    const folder = join(elsewhereFolder, name.replaceAll('/', '-'));
    await mkdir(folder, { recursive: true });
    for (const entry of [
      'test',
      'docs',
      'build',
      'dist',
      'node_modules',
      'tools',
      'src',
      'package.json',
      'package-lock.json',
    ])
      if (!existsSync(join(folder, entry))) await symlink(resolve(entry), join(folder, entry));
    return folder;
  }

  it.each(Object.entries(pages))(
    'run as they stand: %s',
    async (file, { after, tells, files = {} }) => {
      const folder = await folderFor(file);
      const before = after === undefined ? [] : [scriptOf(after)];
      const { stdout } = await typed(here([...before, scriptOf(file)].join('\n')), folder);
      for (const told of tells) expect(stdout).toMatch(told instanceof RegExp ? told : literally(told));
      for (const [name, start] of Object.entries(files))
        expect((await readFile(join(folder, name), 'latin1')).slice(0, start.length)).toBe(start);
    },
    180_000,
  );

  it('can be typed a second time', async () => {
    for (const file of ['README.md', 'docs/getting-started.md'] as const) {
      const { stdout } = await typed(here(scriptOf(file)), await folderFor(file));
      for (const told of pages[file]!.tells)
        expect(stdout).toMatch(told instanceof RegExp ? told : literally(told));
    }
  }, 180_000);

  it('by the SDK run as written from another folder', async () => {
    await typed(here(scriptOf('README.md')));
    const rows = 'Id,Address Line 1\nSDK-1,476 5th Ave\nSDK-2,\nSDK-3,1 Main St\n';
    await writeFile(join(project, 'orders.csv'), rows);
    await writeFile(join(project, 'first-calls.mjs'), here(blocksOf('README.md', 'js')[0]!));
    const { stdout } = await run(process.execPath, ['first-calls.mjs'], {
      cwd: project,
      env,
      timeout: 60_000,
    });
    expect(stdout).toContain(' 2 1\n');
    expect(stdout).toContain('SDK-3 submitted undefined\nSDK-1 submitted undefined\n');
  }, 120_000);

  it.each([
    ['an ES module', 'mjs', (program: string) => program],
    ['CommonJS, as the page says', 'cjs', inCommonJs],
  ])(
    'are followed to their end by the program of the guide: %s',
    async (_, ending, written) => {
      const page = 'docs/programs.md';
      await writeFile(join(project, `follow.${ending}`), written(blocksOf(page, 'js')[0]!));
      if (!existsSync(join(project, 'test'))) await symlink(resolve('test'), join(project, 'test'));
      // One e-mail may not sign up as often in a row as all pages do together.
      const script = here([scriptOf('README.md'), scriptOf(page)].join('\n'))
        .replaceAll('@example.org', `@${ending}.example.org`)
        .replace('follow.mjs', `follow.${ending}`);
      const { stdout } = await typed(script, project);
      for (const told of blocksOf(page, 'text')[0]!.match(/.+\n/g)!) expect(stdout).toContain(told);
    },
    120_000,
  );

  it('are told to a receiver as the SDK’s page writes it, which takes nobody else’s', async () => {
    const program = blocksOf('sdk/README.md', 'js').find((block) => block.includes('createServer'))!;
    await writeFile(join(project, 'receiver.js'), program);
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

/** The program as the page says that CommonJS has it. */
function inCommonJs(program: string) {
  const [first, ...rest] = program.split('\n');
  const said = /`(const .* = require\(.*\);)`/.exec(readFileSync('docs/programs.md', 'utf8'))![1]!;
  expect(first).toMatch(/^import/);
  return `${said}\n(async () => {\n${rest.join('\n')}\n})();\n`;
}

const literally = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
