import { readdir, readlink } from 'node:fs/promises';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { eventually } from '../../../../test/support/eventually.js';
import type { FileStore } from '../../../files/file-store.js';
import type { ProofRow } from '../proofs.queries.js';
import { proofArchive, type OrderChain } from './proof-archive.js';

const row: ProofRow = {
  id: '01930000-0000-7000-8000-000000000001',
  orderId: '01930000-0000-7000-8000-000000000002',
  routeId: '01930000-0000-7000-8000-000000000003',
  kind: 'photo',
  sequence: 1,
  recordedAt: '2026-11-28 09:00:00+00',
  previousHash: null,
  hash: '0'.repeat(64),
  attempt: null,
  sha256: '0'.repeat(64),
  size: 1,
  width: 1,
  height: 1,
  erasedAt: null,
};

async function* pages(): AsyncGenerator<OrderChain[]> {
  yield await Promise.resolve([{ order: { id: row.orderId, externalId: null }, rows: [row] }]);
}

const storeOf = (picture: () => Readable) => ({ read: picture }) as unknown as FileStore;
const endless = () => Readable.from(Array(100_000).fill(Buffer.alloc(1024)), { objectMode: false });

/** Where the system tells them; elsewhere none are found. */
async function openManifests(): Promise<number> {
  const descriptors = await readdir('/proc/self/fd').catch(() => []);
  const paths = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return paths.filter((path) => path.includes('manifest.json')).length;
}

const noneOpen = () => eventually(async () => (await openManifests()) === 0 || undefined);

describe('an archive that does not come to its end', () => {
  it('leaves no file open when its caller leaves', async () => {
    const controller = new AbortController();
    const archive = proofArchive(pages(), storeOf(endless), controller.signal);
    await once(archive, 'readable');
    const failed = once(archive, 'close');
    controller.abort(new Error('left'));
    await expect(failed).rejects.toThrow('aborted');
    await noneOpen();
  });

  it('breaks off, and leaves no file open, when a picture cannot be read to its end', async () => {
    function* broken() {
      yield Buffer.alloc(1024);
      throw new Error('the disk is gone');
    }
    const archive = proofArchive(
      pages(),
      storeOf(() => Readable.from(broken())),
      new AbortController().signal,
    );
    archive.resume();
    await expect(once(archive, 'end')).rejects.toThrow('the disk is gone');
    await noneOpen();
  });
});
