import { open } from 'node:fs/promises';

const PIECE_BYTES = 256 * 1024;

/**
 * The file's bytes in pieces of up to 256 KiB.
 *
 * Each piece is only valid until the next one is requested: the buffer is reused.
 */
export async function* filePieces(path: string, signal?: AbortSignal): AsyncGenerator<Buffer, void, void> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
