import { GetObjectCommand, NoSuchKey, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { S3Driver } from 'flydrive/drivers/s3';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BucketLocation } from '../common/storage-url.js';
import { ConfigError } from '../config.js';
import { DiskFileStore } from './disk-file-store.js';
import type { ByteRange } from '../common/http/byte-ranges.js';
import { assertKey, FileStore, type LocalFile, type StoredFile } from './file-store.js';
import { scratchFolder } from './scratch-folder.js';

/** The client would log to the console; its errors reach our log through its callers. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Files as objects of one bucket, at Amazon or another S3 server. */
export class S3FileStore extends FileStore {
  private constructor(
    private readonly bucket: S3Driver,
    private readonly objectAt: (key: string, range?: ByteRange) => Promise<Readable>,
  ) {
    super();
  }

  /**
   * Returns the store once the bucket has responded.
   * @throws ConfigError naming STORAGE_URL: no such bucket, missing or wrong credentials, wrong region,
   * unreachable
   */
  static async open({ bucket, ...connection }: BucketLocation): Promise<S3FileStore> {
    const client = new S3Client({
      ...connection,
      // Buckets in the host name need DNS entries that other S3 servers rarely have.
      forcePathStyle: connection.endpoint !== undefined,
      // Uploads carry their SHA-256; many servers do not know the client's own checksums.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: silent,
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    });
    const store = new S3FileStore(
      new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }),
      // The driver knows no ranges.
      async (key, range) => {
        const Range = range && `bytes=${range.start}-${range.end}`;
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, Range }));
        return Body as Readable;
      },
    );
    await store.probe();
    return store;
  }

  /**
   * An upload needs its length in advance, and the size limit is only known to hold at the end: the stream is
   * buffered in a temporary file, so that a file too large, or incomplete, never reaches the bucket.
   */
  async put(key: string, content: Readable, options: { maxBytes: number }): Promise<StoredFile> {
    assertKey(key);
    const folder = await scratchFolder();
    try {
      const spool = new DiskFileStore(folder);
      const stored = await spool.put(key, content, options);
      await this.upload(stored, spool.read(key));
      return stored;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  read(key: string, range?: ByteRange): Readable {
    assertKey(key);
    return Readable.from(this.download(key, range), { objectMode: false });
  }

  async local(key: string): Promise<LocalFile> {
    const folder = await scratchFolder();
    const release = () => rm(folder, { recursive: true, force: true });
    try {
      const path = join(folder, 'file');
      await pipeline(this.read(key), createWriteStream(path));
      return { path, release };
    } catch (error) {
      await release();
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    assertKey(key);
    await this.bucket.delete(key);
  }

  /** The server compares the SHA-256 and rejects bytes damaged in transit. */
  private async upload({ key, size, sha256 }: StoredFile, content: Readable): Promise<void> {
    try {
      await this.bucket.putStream(key, content, {
        contentLength: size,
        contentType: 'application/octet-stream',
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      });
    } catch (error) {
      // The response may have been lost after the object was stored.
      await this.bucket.delete(key).catch(() => undefined);
      throw error;
    } finally {
      content.destroy();
    }
  }

  private async *download(key: string, range?: ByteRange): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* await this.objectAt(key, range);
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
      throw Object.assign(new Error(`There is no file ${key}`, { cause: error }), { code: 'ENOENT' });
    }
  }

  private async probe(): Promise<void> {
    try {
      (await this.objectAt('waybill-start')).destroy();
    } catch (error) {
      // Without permission to list, Amazon answers 403 instead of 404 for missing objects.
      const answered =
        error instanceof S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name);
      if (!answered) throw unusable(error);
    }
  }
}

function unusable(error: unknown): ConfigError {
  const { message, code, name } = error as NodeJS.ErrnoException;
  const reason = [code ?? name, message].filter(Boolean).join(': ');
  return new ConfigError(
    `The configuration is not usable:\n  STORAGE_URL: the bucket does not answer as it should (${reason}). ` +
      'Check bucket, endpoint, region and credentials.',
  );
}
