import { ArgumentError } from '../errors.js';
import { nodeFiles } from './node-files.js';

/** What can be sent as a file: a path (Node), a Blob or File, bytes, or a stream of bytes or text. */
export type FileSource =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | Uint8Array
  | AsyncIterable<Uint8Array | string>
  | ReadableStream<Uint8Array>;

/**
 * A file for an upload. A path is read from disk while it is sent; a stream is collected first, so that the
 * upload can be repeated.
 * @param name what the file is called, its ending included; needed where the source has none
 * @throws ArgumentError when the file has no name, does not exist, or is a path outside Node, Deno and Bun
 */
export async function fileFrom(source: FileSource, name?: string): Promise<File> {
  if (typeof source === 'string' || source instanceof URL) {
    const blob = await openPath(source);
    return new File([blob], name ?? lastSegment(String(source)));
  }
  const called = name ?? (source instanceof Blob && 'name' in source ? String(source.name) : undefined);
  if (typeof source !== 'object' || source === null)
    throw wrong('argument_invalid', 'A file is a path, a Blob or File, bytes or a stream.');
  if (called === undefined)
    throw wrong('argument_invalid', 'Name the file, with its ending: fileFrom(source, "orders.csv").');
  return new File(await bytesOf(source), called, { type: source instanceof Blob ? source.type : '' });
}

type Part = Blob | Uint8Array<ArrayBuffer> | string;

async function bytesOf(source: Exclude<FileSource, string | URL>): Promise<Part[]> {
  if (source instanceof Blob) return [source];
  if (source instanceof ArrayBuffer) return [new Uint8Array(source)];
  if (source instanceof Uint8Array) return [source as Uint8Array<ArrayBuffer>];
  if (Symbol.asyncIterator in source) {
    const parts: Part[] = [];
    try {
      for await (const part of source) parts.push(part as Part);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : 'no reason told';
      throw wrong('file_not_readable', `The stream broke off (${reason}).`, cause);
    }
    return parts;
  }
  return [await new Response(source).blob()];
}

async function openPath(path: string | URL): Promise<Blob> {
  const fs = nodeFiles();
  if (!fs)
    throw wrong(
      'argument_invalid',
      `“${String(path)}” is a path, which browsers and workers cannot open: give a File or Blob.`,
    );
  try {
    // A path that cannot be opened is told as “invalid” by openAsBlob, without its name.
    if ((await fs.promises.stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await fs.promises.access(path, fs.constants.R_OK);
    if (fs.openAsBlob) return await fs.openAsBlob(path);
    return new Blob([await fs.promises.readFile(path)]);
  } catch (cause) {
    const { code } = cause as { code?: string };
    const reason =
      { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code ?? ''] ?? 'it cannot be read';
    throw wrong('file_not_readable', `“${String(path)}”: ${reason} (${code}).`, cause);
  }
}

function lastSegment(path: string): string {
  const name = path.split(/[/\\]/).pop() ?? path;
  return path.startsWith('file:') ? decodeURIComponent(name) : name;
}

function wrong(
  code: 'argument_invalid' | 'file_not_readable',
  detail: string,
  cause?: unknown,
): ArgumentError {
  return new ArgumentError({ status: 0, code, detail, cause });
}
