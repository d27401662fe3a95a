import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder on this machine's disk, for its maker to remove. */
export function scratchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'waybill-file-'));
}
