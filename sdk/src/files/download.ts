import { ArgumentError } from '../errors.js';
import { assertFile, piecesOf, readBlob, type Reader, type Reading } from '../transport/read.js';
import { nodeFiles } from './node-files.js';

/** Makes the call and reads its answer in the way given. */
type Fetcher = <T>(read: Reader<T>) => Promise<T>;

/**
 * A file that the API answers. Nothing is sent before it is said how it is wanted: `await` it for a Blob,
 * `toFile(path)` for a file on disk, `stream()` for its bytes as they come.
 */
export class Download implements PromiseLike<Blob> {
  constructor(private readonly fetch: Fetcher) {}

  /** The whole file in memory, at most `maxAnswerBytes` of it. */
  blob(): Promise<Blob> {
    return this.fetch(checked(readBlob));
  }

  /** The file's bytes as they come, of any number. What breaks off ends with an error, and is not repeated. */
  stream(): Promise<ReadableStream<Uint8Array>> {
    return this.fetch(checked((response, reading) => Promise.resolve(streamOf(response, reading))));
  }

  /**
   * Writes the file to disk (Node, Deno, Bun), of any size. It gets its name when it is whole; before, it is called
   * `<path>.part`, which is removed when the download fails. Pipes and devices are written as they stand.
   * @returns the path
   */
  toFile(path: string): Promise<string> {
    return this.fetch(checked((response, reading) => write(path, response, reading)));
  }

  then<A = Blob, B = never>(
    onDone?: ((blob: Blob) => A | PromiseLike<A>) | null,
    onFailed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.blob().then(onDone, onFailed);
  }
}

function checked<T>(read: Reader<T>): Reader<T> {
  return (response, reading) => {
    assertFile(response, reading.accept);
    return read(response, reading);
  };
}

function streamOf(response: Response, reading: Reading): ReadableStream<Uint8Array> {
  const pieces = piecesOf(response, reading, 0);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => reading.deadline.end(),
  });
}

async function write(path: string, response: Response, reading: Reading): Promise<string> {
  const files = nodeFiles()?.promises;
  if (!files) {
    const detail = 'There is no disk to write to here: use blob() or stream().';
    throw new ArgumentError({ status: 0, code: 'argument_invalid', detail });
  }
  // What a link leads to changes, not the link.
  const whole = await files.realpath(path).catch(() => path);
  const older = await files.stat(whole).catch(() => undefined);
  const isPlain = older?.isFile() ?? true;
  const part = isPlain ? `${whole}.part` : whole;
  const file = await files.open(part, 'w', older?.mode).catch((cause: unknown) => {
    const detail = `“${path}” cannot be written (${(cause as { code?: string }).code}).`;
    throw new ArgumentError({ status: 0, code: 'file_not_readable', detail, cause });
  });
  try {
    for await (const piece of piecesOf(response, reading, 0)) await file.write(piece);
    await file.close();
    if (isPlain) await files.rename(part, whole);
    return path;
  } catch (error) {
    await file.close().catch(() => undefined);
    if (isPlain) await files.rm(part, { force: true });
    throw error;
  }
}
