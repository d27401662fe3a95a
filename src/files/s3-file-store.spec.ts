import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startS3Server, type S3Server } from '../../test/support/s3-server.js';
import { ConfigError, loadConfig } from '../config.js';
import { DiskFileStore } from './disk-file-store.js';
import { FileTooLargeError, type FileStore } from './file-store.js';
import { S3FileStore } from './s3-file-store.js';

const locationOf = (url: string) => loadConfig({ JWT_SECRET: 'x'.repeat(32), STORAGE_URL: url }).STORAGE_URL!;
const openS3 = (url: string) => S3FileStore.open(locationOf(url));

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waybill-stores-'));
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const key = 'imports/0198c0de/orders.csv';
const maxBytes = 3 * 1024 * 1024;
const noLimit = { maxBytes: Number.MAX_SAFE_INTEGER };

const stores: [string, () => Promise<FileStore>][] = [
  ['on disk', () => Promise.resolve(new DiskFileStore(folder))],
  ['in a bucket', () => openS3(server.url())],
];

describe.each(stores)('files %s', (_where, open) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await open();
  });
  afterEach(() => store.delete(key));

  it.each([0, 1, 70_000, maxBytes])('come back as they went in: %i bytes', async (size) => {
    const bytes = randomBytes(size);
    const pieces = Array.from({ length: Math.ceil(size / 50_000) }, (_, n) =>
      bytes.subarray(n * 50_000, (n + 1) * 50_000),
    );
    expect(await store.put(key, Readable.from(pieces), { maxBytes })).toEqual({
      key,
      size,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect((await buffer(store.read(key))).equals(bytes)).toBe(true);
    const local = await store.local(key);
    expect((await readFile(local.path)).equals(bytes)).toBe(true);
    await local.release();
  });

  it('are not kept past their limit', async () => {
    const tooLarge = store.put(key, Readable.from([randomBytes(maxBytes), randomBytes(1)]), { maxBytes });
    await expect(tooLarge).rejects.toThrow(FileTooLargeError);
    await expect(buffer(store.read(key))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are not kept when their sender hangs up', async () => {
    async function* cutOff() {
      yield await Promise.resolve(randomBytes(10));
      throw new Error('socket hang up');
    }
    await expect(store.put(key, Readable.from(cutOff()), noLimit)).rejects.toThrow('socket hang up');
    await expect(buffer(store.read(key))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are deleted once and for all, and twice without harm', async () => {
    await store.put(key, Readable.from([Buffer.from('id,address')]), noLimit);
    await store.delete(key);
    await store.delete(key);
    await expect(buffer(store.read(key))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each(['../secrets', 'imports/../../secrets', '/etc/passwd', ''])(
    'have no key like "%s"',
    async (bad) => {
      await expect(store.put(bad, Readable.from([]), noLimit)).rejects.toThrow('A file key');
      expect(() => store.read(bad)).toThrow('A file key');
      await expect(store.delete(bad)).rejects.toThrow('A file key');
    },
  );
});

describe('files in a bucket', () => {
  const content = () => Readable.from([Buffer.from('id,address')]);

  it('reach it only within their limit', async () => {
    const store = await openS3(server.url());
    server.requests.length = 0;
    await expect(store.put(key, content(), { maxBytes: 5 })).rejects.toThrow(FileTooLargeError);
    expect(server.requests).toEqual([]);
    await store.put(key, content(), { maxBytes: 10 });
    expect(server.requests).toEqual([`PUT ${key}`]);
    expect(server.objects.get(key)?.toString()).toBe('id,address');
    await store.delete(key);
  });

  it('are taken away when nobody can say whether they arrived', async () => {
    const store = await openS3(server.url());
    server.loseNextAnswer();
    await expect(store.put(key, content(), noLimit)).rejects.toThrow(/hang up|ECONNRESET/);
    expect(server.objects.has(key)).toBe(false);
  });

  it('lie on this machine until released', async () => {
    const store = await openS3(server.url());
    await store.put(key, content(), noLimit);
    const [one, other] = await Promise.all([store.local(key), store.local(key)]);
    await one.release();
    expect([existsSync(one.path), existsSync(other.path)]).toEqual([false, true]);
    await other.release();
    expect(existsSync(other.path)).toBe(false);
    await store.delete(key);
  });
});

describe('STORAGE_URL', () => {
  it('says bucket, endpoint, region and credentials', () => {
    expect(locationOf('s3://files.example')).toEqual({ bucket: 'files.example' });
    expect(locationOf('s3://files?region=eu-central-1')).toEqual({ bucket: 'files', region: 'eu-central-1' });
    expect(locationOf('s3://FAKE:a%2Fb%2Bc@files?endpoint=http://minio:9000')).toEqual({
      bucket: 'files',
      endpoint: 'http://minio:9000',
      region: 'us-east-1',
      credentials: { accessKeyId: 'FAKE', secretAccessKey: 'a/b+c' },
    });
  });

  it.each([
    ['https://files', 's3://bucket'],
    ['s3://FAKE:a/b@files', 'percent-encoded'],
    ['s3://FAKE:100%@files', 'percent-encoded'],
    ['s3://FAKE@files', 'or neither'],
    ['s3://My_Files', 'S3 name'],
    ['s3://files/imports', 'without a path'],
    ['s3://files?endpiont=http://minio', 'no parameter endpiont'],
    ['s3://files?endpoint=minio:9000', 'endpoint: expected http://'],
    ['s3://files?region=Frankfurt!', 'region: expected'],
  ])('may not be %s', (url, reason) => {
    expect(() => locationOf(url)).toThrow(ConfigError);
    expect(() => locationOf(url)).toThrow(new RegExp(`STORAGE_URL: .*${reason}`));
  });

  it.each([
    ['of no bucket', { bucket: 'no-such-bucket' }, 'NoSuchBucket'],
    ['with an unknown key', { key: 'OTHERKEY' }, 'InvalidAccessKeyId'],
    ['with a wrong secret', { secret: 'wrong' }, 'SignatureDoesNotMatch'],
  ])('stops the start when it is one %s', async (_which, change, reason) => {
    await expect(openS3(server.url(change))).rejects.toThrow(ConfigError);
    await expect(openS3(server.url(change))).rejects.toThrow(new RegExp(`STORAGE_URL: .*${reason}`));
  });

  it('stops the start when nobody listens there', async () => {
    const gone = await startS3Server();
    await gone.close();
    await expect(openS3(gone.url())).rejects.toThrow(/STORAGE_URL: .*ECONNREFUSED/);
  });
});
