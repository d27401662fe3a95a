import { inBrowser } from '../transport/runtime.js';
import type { SentBody } from '../transport/call-spec.js';

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes handed to the network. */
  sentBytes: number;
  /** Bytes in all, the form around the file included. */
  totalBytes: number;
}

const pieceSize = 64 * 1024;

/**
 * A form whose bytes are counted as they leave. Browsers do not tell of that: there the start and the end are told.
 */
export async function counted(
  form: FormData,
  onProgress: (progress: UploadProgress) => void,
): Promise<SentBody> {
  const encoded = new Response(form);
  const type = encoded.headers.get('content-type') ?? undefined;
  const bytes = await encoded.blob();
  const totalBytes = bytes.size;
  const tell = (sentBytes: number) => onProgress({ sentBytes, totalBytes });
  if (inBrowser()) return { type, init: () => (tell(0), { body: bytes }), answered: () => tell(totalBytes) };
  return { type, init: () => ({ body: pieces(bytes, tell), duplex: 'half' }) };
}

function pieces(bytes: Blob, tell: (sentBytes: number) => void): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = bytes.slice(sent, sent + pieceSize);
      if (piece.size > 0) controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
      sent += piece.size;
      tell(sent);
      if (sent >= bytes.size) controller.close();
    },
  });
}
