import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';
import type { OrderImport } from './generated/models/OrderImport.js';
import { fileFrom, type FileSource } from './files.js';
import { pause } from './retry.js';

/** Whose spreadsheets: a client's orders, or a dispatcher's stops. */
export type ImportKind = 'orders' | 'stops';

export interface UploadOptions {
  kind?: ImportKind;
  /** What the file is called; needed where the source has no name. */
  name?: string;
  /** The file's headers and the field each stands for. */
  mapping?: Record<string, string>;
  /** Whether good rows come in beside bad ones. Default `skip_invalid`. */
  mode?: 'skip_invalid' | 'all_or_nothing';
  /** Check only; nothing is kept. */
  dryRun?: boolean;
  /** What happens to an Id that is already there. Default `reject`. */
  duplicates?: 'reject' | 'skip' | 'update';
}

export interface WaitOptions {
  kind?: ImportKind;
  /** Ends the waiting, not the import. */
  signal?: AbortSignal;
  /** Told where the import stands, each time it is asked. */
  onProgress?: (progress: OrderImport) => void;
  /** Milliseconds between two questions. Default 500. */
  interval?: number;
}

type Caller = <T>(options: ApiRequestOptions) => Promise<T>;

const ended = new Set<OrderImport['status']>(['completed', 'completed_with_errors', 'failed', 'cancelled']);

/** Spreadsheets in: send one, wait for it. */
export class Imports {
  constructor(private readonly call: Caller) {}

  /** Sends a spreadsheet (.csv, .tsv, .xlsx); it is read in the background, see {@link waitFor}. */
  async upload(source: FileSource, options: UploadOptions = {}): Promise<OrderImport> {
    const { kind, name, mapping, mode, dryRun, duplicates } = options;
    const file = await fileFrom(source, name);
    return this.call<OrderImport>({
      method: 'POST',
      url: collection(kind),
      formData: { mapping, mode, dryRun, duplicates, file },
    });
  }

  /** Waits until an import has ended, well or not: read its `status`. Rejects with the signal's reason. */
  async waitFor(id: string, options: WaitOptions = {}): Promise<OrderImport> {
    const { kind, signal = new AbortController().signal, onProgress, interval = 500 } = options;
    for (;;) {
      signal.throwIfAborted();
      const url = `${collection(kind)}/{id}` as const;
      const progress = await this.call<OrderImport>({ method: 'GET', url, path: { id } });
      onProgress?.(progress);
      if (ended.has(progress.status)) return progress;
      await pause(interval, signal);
    }
  }
}

function collection(kind: ImportKind = 'orders') {
  return kind === 'orders' ? '/v1/order-imports' : '/v1/stop-imports';
}
