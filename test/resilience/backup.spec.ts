import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { Waybill, type ProofOfDelivery } from '../../sdk/src/index.js';
import { makeBackup } from '../../src/backup/make-backup.js';
import { restoreBackup } from '../../src/backup/restore-backup.js';
import { loadConfig } from '../../src/config.js';
import { verifyArchive } from '../../src/modules/proofs/archive/verify-archive.js';
import { orderIn } from '../support/dispatch.js';
import { eventually } from '../support/eventually.js';
import { jpeg, pictureFile, signature } from '../support/pictures.js';
import { startS3Server } from '../support/s3-server.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { databaseAt, onServer } from '../support/test-database.js';

const password = 'plum tractor sings at noon';

describe('npm run backup and npm run restore', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waybill-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (command: string, file: string, dataDir: string) => {
    const child = spawn(process.execPath, ['dist/backup.cli.js', command, file], {
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, INIT_CWD: folder },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, output };
  };
  const start = (dataDir: string) => ServerProcess.start({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });

  it('brings everything to a new folder, saved under write load', async () => {
    const [first, second, third] = ['first', 'second', 'third'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const archive = join(folder, 'waybill.zip');
    const server = await start(first);
    let restored: ServerProcess | undefined;
    try {
      const client = await signUpWithClient(server.url);
      const rows = Array.from(
        { length: 3_000 },
        (_, n) => `I-${n},${n} Main St,${n % 100 === 99 ? 'many' : '1'}`,
      );
      const file = new File([['Id,Address Line 1,Package Count', ...rows, ''].join('\n')], 'orders.csv');
      const { id: importId } = await client.orderImports.create({ file });
      await eventually(async () => {
        const { status } = await client.orderImports.get(importId);
        return status.startsWith('completed') || undefined;
      });
      const rejected = await rejectedRows(server.url, client.token, importId);

      const load = new WriteLoad(client);
      await eventually(() => load.saved.length > 20 || undefined);
      const before = [...load.saved];
      const saving = await run('backup', 'waybill.zip', first);
      await load.end();
      expect(saving).toEqual({
        status: 0,
        output: expect.stringMatching(
          /^Saved in .*waybill\.zip: \d+ rows of \d+ tables, 1 files\.\n$/,
        ) as string,
      });
      expect((await stat(archive)).mode & 0o777).toBe(0o600);
      expect(load.failures).toEqual([]);
      expect((await run('backup', 'waybill.zip', first)).output).toContain('is there already');

      expect(await run('restore', 'waybill.zip', second)).toMatchObject({ status: 0 });
      await server.stop();
      restored = await start(second);
      // The secret came along, so the token of before is good; and the password is.
      const again = await signedIn(restored.url);
      const known = new Waybill({ baseUrl: restored.url, token: client.token, maxRetries: 0 });
      const orders = new Map<string, string>();
      for await (const order of known.orders.list({ limit: 200 }))
        orders.set(order.externalId ?? '', order.id);
      expect(before.filter(({ externalId, id }) => orders.get(externalId) !== id)).toEqual([]);
      const added = new Map(load.saved.map(({ externalId, id }) => [externalId, id]));
      const strange = [...orders].filter(
        ([externalId, id]) => !/^I-/.test(externalId) && added.get(externalId) !== id,
      );
      expect(strange).toEqual([]);
      expect([...orders.keys()].filter((externalId) => /^I-/.test(externalId))).toHaveLength(2_970);
      expect(await rejectedRows(restored.url, again, importId)).toEqual(rejected);
      await known.orders.create({ externalId: 'after', address: { addressLineOne: '1 Main St' } });

      expect(await run('restore', 'waybill.zip', second)).toMatchObject({
        status: 1,
        output: expect.stringContaining('is not empty') as string,
      });
      const whole = await readFile(archive);
      for (const [name, damaged] of damagedCopies(whole)) {
        await writeFile(join(folder, name), damaged);
        const { status, output } = await run('restore', name, third);
        expect({ name, status, output }).toEqual({
          name,
          status: 1,
          output: expect.stringMatching(/ is no whole backup: .+ Nothing was restored/) as string,
        });
        expect(await readdir(third)).not.toContain('postgres');
      }
      expect(await run('restore', 'nowhere.zip', third)).toEqual({
        status: 1,
        output: `There is no file ${join(folder, 'nowhere.zip')}.\n`,
      });
    } finally {
      await Promise.all([server.stop('SIGTERM'), restored?.stop('SIGTERM')]);
    }
  }, 240_000);

  describe('with DATABASE_URL', () => {
    let app: TestApp;
    const emptied: string[] = [];
    beforeAll(async () => {
      app = await startTestApp();
      const client = await addClient(app, await signUp(app));
      await app
        .as(client.token)
        .orders.create({ externalId: 'one', address: { addressLineOne: 'Tab\t\\N "x"' } });
    });
    afterAll(async () => {
      await app.close();
      for (const name of emptied)
        await onServer(process.env.TEST_DATABASE_URL!, `drop database ${name} with (force)`);
    });

    const configOf = (url: string, env: Record<string, string> = {}) =>
      loadConfig({
        DATABASE_URL: url,
        DATA_DIR: join(folder, 'external'),
        JWT_SECRET: 'test-secret-test-secret-test-secret',
        ...env,
      });

    /** A backup while nothing went on, and what was there: jobs come and go by themselves. */
    async function backupOfStill(url: string): Promise<{ archive: string; content: object }> {
      let before = {};
      for (let nth = 1; ; nth += 1) {
        const archive = join(folder, `external-${nth}.zip`);
        const { tables } = await makeBackup(archive, configOf(url));
        // A restored order is indexed anew.
        const names = tables.map(({ name }) => name).filter((name) => !name.endsWith('order_texts'));
        const content = await contentOf(url, names);
        if (isDeepStrictEqual(before, content)) return { archive, content };
        before = content;
      }
    }

    it('saves and restores every table, with its rows, walls and sequences', async () => {
      const { archive, content } = await backupOfStill(app.database.url);
      const target = await emptyDatabase();
      await restoreBackup(archive, configOf(target));
      expect(await contentOf(target, Object.keys(content))).toEqual(content);
      expect(await wallsOf(target)).toEqual(await wallsOf(app.database.url));
      const client = new pg.Client({ connectionString: target });
      await client.connect();
      await client.query('set role waybill_system');
      // A reader of the log takes only what is older than every running transaction.
      const { rows } = await client.query(
        `select count(*)::int as events, nextval('events_seq_seq')::int > max(seq)::int as "goesOn",
                bool_and(transaction_id < oldest_running()) as "isRead" from events`,
      );
      await client.end();
      expect(rows).toEqual([{ events: expect.any(Number) as number, goesOn: true, isRead: true }]);
      expect((rows[0] as { events: number }).events).toBeGreaterThan(0);
    }, 120_000);

    it('brings the pictures of proof and their chain, which verify elsewhere', async () => {
      const owner = await signUp(app);
      const { id } = await orderIn(
        app,
        app.as(owner.accessToken),
        await addClient(app, owner),
        'out_for_delivery',
      );
      const { stops } = app.as(owner.accessToken);
      await stops.addProof(id, { file: pictureFile(await jpeg('red')), kind: 'photo' });
      await stops.addProof(id, { file: pictureFile(await signature()), kind: 'signature' });
      await stops.recordAttempt(id, { state: 'delivered_to_recipient', signeeName: 'Ada' });
      const before = await stops.getProofOfDelivery(id);
      const pictures = await picturesOf(app, before);

      const archive = join(folder, 'proof.zip');
      const saved = await makeBackup(archive, configOf(app.database.url, { DATA_DIR: app.dataDir }));
      expect(saved.files).toMatchObject({ kept: 'here' });
      const [url, DATA_DIR] = [await emptyDatabase(), join(folder, 'elsewhere')];
      await restoreBackup(archive, configOf(url, { DATA_DIR }));
      const database = databaseAt(url);
      const restored = await startTestApp({ database, env: { DATA_DIR } });
      try {
        // Its secret is the same, so the token of before is good.
        const dispatcher = restored.as(owner.accessToken);
        const after = await dispatcher.stops.getProofOfDelivery(id);
        expect([after.chain, after.proofHash]).toEqual([before.chain, before.proofHash]);
        expect(await picturesOf(restored, after)).toEqual(pictures);
        const file = join(folder, 'proof-of-delivery.zip');
        const zip = await dispatcher.stops.downloadProofs();
        await writeFile(file, Buffer.from(await zip.arrayBuffer()));
        expect(await verifyArchive(file, new Map([[id, before.proofHash!]]))).toEqual({
          orders: 1,
          pictures: 2,
          entries: 3,
          erased: 0,
          faults: [],
        });
      } finally {
        await restored.close();
        await database.drop();
      }
    }, 120_000);

    it('leaves files in their bucket, and wants to know it again', async () => {
      const s3 = await startS3Server();
      try {
        const archive = join(folder, 'bucket.zip');
        const saved = await makeBackup(archive, configOf(app.database.url, { STORAGE_URL: s3.url() }));
        expect(saved.files).toEqual({ kept: 'in the bucket', bucket: 'portal-files' });
        const target = await emptyDatabase();
        await expect(restoreBackup(archive, configOf(target))).rejects.toThrow(
          'are in the bucket portal-files: set STORAGE_URL',
        );
        await restoreBackup(archive, configOf(target, { STORAGE_URL: s3.url() }));
      } finally {
        await s3.close();
      }
    }, 120_000);

    it('keeps nothing of what was interrupted', async () => {
      const archive = join(folder, 'interrupted.zip');
      const interrupted = AbortSignal.abort(new Error('interrupted'));
      await expect(makeBackup(archive, configOf(app.database.url), interrupted)).rejects.toThrow(
        'interrupted',
      );
      expect((await readdir(folder)).filter((name) => name.startsWith('interrupted'))).toEqual([]);

      await makeBackup(archive, configOf(app.database.url));
      const target = await emptyDatabase();
      await expect(restoreBackup(archive, configOf(target), interrupted)).rejects.toThrow('interrupted');
      await restoreBackup(archive, configOf(target));
    }, 120_000);

    async function emptyDatabase(): Promise<string> {
      const name = `waybill_test_${randomBytes(6).toString('hex')}`;
      await onServer(process.env.TEST_DATABASE_URL!, `create database ${name}`);
      emptied.push(name);
      const url = new URL(app.database.url);
      url.pathname = name;
      return url.href;
    }
  });
});

/** The pictures themselves, with their thumbnails, as whoever holds their links sees them. */
async function picturesOf(
  { url: server }: TestApp,
  { photos, signature: signed }: ProofOfDelivery,
): Promise<string[]> {
  const links = [...photos, ...(signed ? [signed] : [])].flatMap(({ url, thumbnailUrl }) => [
    url,
    thumbnailUrl,
  ]);
  return Promise.all(
    links.map(async (link) => {
      const response = await fetch(server + new URL(link).pathname);
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer()).toString('base64');
    }),
  );
}

async function signUpWithClient(baseUrl: string): Promise<Waybill & { token: string }> {
  const anyone = new Waybill({ baseUrl, maxRetries: 0 });
  const { accessToken } = await anyone.auth.signup({
    organizationName: 'Swift Wheels',
    name: 'Ada Park',
    email: 'ada@example.org',
    password,
  });
  const { invitation } = await new Waybill({ baseUrl, token: accessToken }).clients.create({
    companyName: 'Book Nook',
    allowOrderUpload: true,
    invitation: { channel: 'link' },
  });
  const accepted = await anyone.invitations.accept({
    token: new URL(invitation!.url!).hash.split('token=')[1] ?? invitation!.url!.split('token=')[1]!,
    name: 'Bo Reyes',
    email: 'bo@example.org',
    password,
  });
  const token = accepted.accessToken;
  return Object.assign(new Waybill({ baseUrl, token, maxRetries: 0 }), { token });
}

async function signedIn(baseUrl: string): Promise<string> {
  const { accessToken } = await new Waybill({ baseUrl }).auth.login({ email: 'bo@example.org', password });
  return accessToken;
}

async function rejectedRows(baseUrl: string, token: string, id: string): Promise<string> {
  const response = await fetch(`${baseUrl}/v1/order-imports/${id}/rejected-rows`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text.split('\n').filter((line) => line.includes('many'))).toHaveLength(30);
  return text;
}

/** One caller after the other makes orders, and remembers which it was told of. */
class WriteLoad {
  readonly saved: { externalId: string; id: string }[] = [];
  readonly failures: unknown[] = [];
  private ended = false;
  private readonly callers: Promise<void>[];

  constructor(private readonly client: Waybill) {
    this.callers = [1, 2, 3, 4].map((caller) => this.goOn(caller));
  }

  async end(): Promise<void> {
    this.ended = true;
    await Promise.all(this.callers);
  }

  private async goOn(caller: number): Promise<void> {
    for (let n = 0; !this.ended; n += 1) {
      const externalId = `L-${caller}-${n}`;
      await this.client.orders
        .create({ externalId, address: { addressLineOne: `${n} Main St` } })
        .then(({ id }) => this.saved.push({ externalId, id }))
        .catch((error: unknown) => this.failures.push(error));
    }
  }
}

function damagedCopies(whole: Buffer): [name: string, bytes: Buffer][] {
  const flipped = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  flipped[middle] = flipped[middle]! ^ 0xff;
  return [
    ['truncated.zip', whole.subarray(0, middle)],
    ['almost.zip', whole.subarray(0, -10)],
    ['flipped.zip', flipped],
    ['empty.zip', Buffer.alloc(0)],
  ];
}

/** Rows and a checksum of each table; transaction numbers belong to their cluster. */
async function contentOf(url: string, tables: string[]): Promise<object> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set role waybill_system');
  const content: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await client.query(
      `select count(*)::int as rows, md5(coalesce(string_agg(line, ',' order by line), '')) as sum
         from (select (to_jsonb(t) - 'transaction_id')::text as line from ${table} t) lines`,
    );
    content[table] = rows[0];
  }
  await client.end();
  return content;
}

async function wallsOf(url: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<object>(
    `select relname, relrowsecurity, relforcerowsecurity from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  await client.end();
  return rows;
}
