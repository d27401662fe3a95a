import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { Downloads } from './downloads.js';

const forEver = new AbortController().signal;
const newDownloads = () => new Downloads('exports', 1, { bytesASecond: 100_000, overMilliseconds: 50 });
const piece = Buffer.alloc(64 * 1024);
const endless = () => Readable.from(Array<Buffer>(1000).fill(piece), { objectMode: false });

const made = (make: () => Readable) => () => Promise.resolve(make());

/** Pieces that take their time. */
async function* slow() {
  for (let made = 0; made < 8; made += 1) {
    await delay(20);
    yield Buffer.from('piece');
  }
}

describe('a download', () => {
  it('is cut off when its caller does not read, and the next one has its turn', async () => {
    const downloads = newDownloads();
    const stalled = await downloads.open('a', forEver, made(endless));
    const cut = once(stalled, 'error');
    const next = await downloads.open(
      'b',
      forEver,
      made(() => Readable.from(['whole'])),
    );
    expect((await buffer(next)).toString()).toBe('whole');
    expect(await cut).toMatchObject([{ message: 'The caller hardly reads the download' }]);
  });

  it('is cut off when its caller reads a byte now and then', async () => {
    const stream = await newDownloads().open('a', forEver, made(endless));
    const nibble = setInterval(() => void stream.read(1), 5);
    await expect(once(stream, 'close')).rejects.toThrow('The caller hardly reads');
    clearInterval(nibble);
  });

  it('goes on while its caller waits for it', async () => {
    const stream = await newDownloads().open(
      'a',
      forEver,
      made(() => Readable.from(slow(), { objectMode: false })),
    );
    expect((await buffer(stream)).toString()).toBe('piece'.repeat(8));
  });

  it('holds nobody up once it is made in whole, however slowly it is read', async () => {
    const downloads = newDownloads();
    const unread = await downloads.open(
      'a',
      forEver,
      made(() => Readable.from(['small'])),
    );
    await downloads.open(
      'b',
      forEver,
      made(() => Readable.from(['small'])),
    );
    await delay(120);
    expect((await buffer(unread)).toString()).toBe('small');
  });

  it('ends its source when the caller leaves', async () => {
    const controller = new AbortController();
    const source = endless();
    const stream = await newDownloads().open(
      'a',
      controller.signal,
      made(() => source),
    );
    const closed = once(stream, 'close');
    controller.abort();
    await expect(closed).rejects.toThrow('aborted');
    expect(source.destroyed).toBe(true);
  });

  it('gives its place back when it cannot be made', async () => {
    const downloads = newDownloads();
    const fails = () => Promise.reject(new Error('no'));
    await expect(downloads.open('a', forEver, fails)).rejects.toThrow('no');
    await downloads.open(
      'a',
      forEver,
      made(() => Readable.from(['x'])),
    );
  });

  it('is one of its tenant’s', async () => {
    const downloads = newDownloads();
    const [, second] = await Promise.allSettled(
      [0, 1].map(() => downloads.open('a', forEver, made(endless))),
    );
    expect(second).toMatchObject({ reason: { code: 'too_many_at_once' } });
  });
});
