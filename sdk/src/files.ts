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
 * @throws TypeError when the file has no name, or a path is given outside Node
 */
export async function fileFrom(source: FileSource, name?: string): Promise<File> {
  if (typeof source === 'string' || source instanceof URL) {
    const blob = await openPath(source);
    return new File([blob], name ?? lastSegment(String(source)));
  }
  const parts = await bytesOf(source);
  const called = name ?? (source instanceof File ? source.name : undefined);
  if (called === undefined)
    throw new TypeError('Name the file, with its ending: fileFrom(source, "orders.csv")');
  return new File(parts, called, { type: source instanceof Blob ? source.type : '' });
}

type Part = Blob | Uint8Array<ArrayBuffer> | string;

async function bytesOf(source: Exclude<FileSource, string | URL>): Promise<Part[]> {
  if (source instanceof Blob) return [source];
  if (source instanceof ArrayBuffer) return [new Uint8Array(source)];
  if (source instanceof Uint8Array) return [source as Uint8Array<ArrayBuffer>];
  if (Symbol.asyncIterator in source) {
    const parts: Part[] = [];
    for await (const part of source) parts.push(part as Part);
    return parts;
  }
  return [await new Response(source).blob()];
}

/** Asked of the running Node, so that bundles for browsers carry nothing of it. */
function openPath(path: string | URL): Promise<Blob> {
  const fs = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:fs');
  if (!fs) throw new TypeError('A path can be opened in Node only; give a File or Blob');
  return fs.openAsBlob(path);
}

function lastSegment(path: string): string {
  return decodeURIComponent(path.split(/[/\\]/).pop() ?? path);
}
