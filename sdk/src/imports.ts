import { fileFrom, type FileSource } from './files/source.js';
import type { DuplicateMode } from './generated/models/DuplicateMode.js';
import type { ImportColumnSplit } from './generated/models/ImportColumnSplit.js';
import type { ImportDayOrder } from './generated/models/ImportDayOrder.js';
import type { ImportGroupBy } from './generated/models/ImportGroupBy.js';
import type { ImportMode } from './generated/models/ImportMode.js';
import type { OrderImport } from './generated/models/OrderImport.js';
import type { RequestOptions } from './options.js';
import type { Events } from './events.js';
import { ImportNews } from './import-news.js';
import { Resource, type Caller } from './resource.js';
import { combined, pause, throwIfAborted, timedOut } from './transport/deadline.js';
import type { Answer } from './transport/response-info.js';

/** Whose spreadsheets: a client's orders, or a dispatcher's stops. */
export type ImportKind = 'orders' | 'stops';

/** What a column holds: a field, alone or joined with other columns, or several fields at once. */
export type ColumnTarget =
  string | { field: string; join?: string; format?: ImportDayOrder } | { split: ImportColumnSplit };

export interface UploadOptions {
  kind?: ImportKind | undefined;
  /** What the file is called; needed where the source has no name. */
  name?: string | undefined;
  /** The file's headers and the field each stands for; null leaves a column out. */
  mapping?: Record<string, ColumnTarget | null> | undefined;
  /** The sheet of a workbook, by its name or number. By itself the one that looks most like orders. */
  sheet?: string | number | undefined;
  /** Number of the row with the headers. By itself it is found. */
  headerRow?: number | undefined;
  /** Name of the program's export that the file is, or `none`. By itself it is found. */
  profile?: string | undefined;
  /** Which rows are one order. By itself each row is one, unless the profile says otherwise. */
  groupBy?: ImportGroupBy | undefined;
  /** Whether later files are taken by this mapping too. Default true. */
  saveMapping?: boolean | undefined;
  /** Whether good rows come in beside bad ones. Default `skip_invalid`. */
  mode?: ImportMode | undefined;
  /** Check only; nothing is kept. */
  dryRun?: boolean | undefined;
  /** What happens to an Id that is already there. Default `reject`. */
  duplicates?: DuplicateMode | undefined;
}

export interface WaitOptions {
  /** Ends the waiting with an AbortError, not the import. */
  signal?: AbortSignal | undefined;
  /** Milliseconds to wait in all, then a TimeoutError; the import goes on. Without it or with 0, as long as it takes. */
  timeout?: number | undefined;
  /** Told where the import stands, each time it is asked: at events of the import, and after `interval`. */
  onProgress?: ((progress: OrderImport) => void) | undefined;
  /** Milliseconds between two questions, unless the event stream says sooner that there is something. Default 500. */
  interval?: number | undefined;
}

/** An import under way: `await` it for how it was taken, or `wait()` for how it ended. */
export interface ImportPromise extends Promise<Answer<OrderImport>> {
  /** Waits until it has ended, well or not: read its `status`. */
  wait(options?: WaitOptions): Promise<Answer<OrderImport>>;
}

const ended = new Set<OrderImport['status']>([
  'completed',
  'completed_with_warnings',
  'completed_with_errors',
  'failed',
  'cancelled',
]);

/** Spreadsheets in: send one, wait for it. */
export class Imports extends Resource {
  private readonly news: ImportNews;

  constructor(caller: Caller, events: Events) {
    super(caller);
    this.news = new ImportNews(events);
  }

  /**
   * Sends a spreadsheet (.csv, .tsv, .xlsx); it is read in the background:
   * `await waybill.imports.create('./orders.csv').wait({ onProgress, signal, timeout })`.
   * @param source a path, a Blob or File, bytes or a stream
   */
  create(source: FileSource, options: UploadOptions = {}, request: RequestOptions = {}): ImportPromise {
    const sent = this.send(source, options, request);
    const wait = async (waiting?: WaitOptions) =>
      this.wait((await sent).id, { kind: options.kind, ...waiting });
    return Object.assign(sent, { wait });
  }

  /**
   * Waits until an import has ended, well or not: read its `status`. The event stream tells at once, where it may be
   * read; asking every now and then tells as well.
   */
  async wait(
    id: string,
    options: WaitOptions & { kind?: ImportKind | undefined } = {},
  ): Promise<Answer<OrderImport>> {
    const { kind, timeout, onProgress, interval = 500 } = options;
    const late = timeout ? AbortSignal.timeout(timeout) : undefined;
    const signal = combined(options.signal, late);
    const url = `${collection(kind)}/{id}` as const;
    let told = new AbortController();
    let leave: (() => void) | undefined;
    try {
      for (;;) {
        throwIfAborted(signal);
        told = new AbortController();
        const progress = await this.call<Answer<OrderImport>>(
          { method: 'GET', url, path: { id } },
          { signal },
        );
        onProgress?.(progress);
        if (ended.has(progress.status)) return progress;
        leave ??= this.news.listen((importId) => importId === id && told.abort());
        await pause(interval, combined(signal, told.signal)).catch(() => undefined);
      }
    } catch (error) {
      if (late?.aborted && !options.signal?.aborted)
        throw timedOut(`The import had not ended after ${timeout} ms; it goes on.`, error);
      throw error;
    } finally {
      leave?.();
    }
  }

  private async send(
    source: FileSource,
    options: UploadOptions,
    request: RequestOptions,
  ): Promise<Answer<OrderImport>> {
    const { kind, name, ...fields } = options;
    const formData = { ...fields, file: await fileFrom(source, name) };
    return this.call<Answer<OrderImport>>({ method: 'POST', url: collection(kind), formData }, request);
  }
}

function collection(kind: ImportKind = 'orders') {
  return kind === 'orders' ? '/v1/order-imports' : '/v1/stop-imports';
}
