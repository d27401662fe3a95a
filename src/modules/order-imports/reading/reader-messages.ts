import type { Batch, FoundHeader, PreviewOrder, ReadPlan } from './read-plan.js';
import type { RejectedPlan, RejectedRow } from './rejected-rows.js';

/** What a reading thread does. */
export type ReaderTask = { type: 'import'; plan: ReadPlan } | { type: 'rejected'; plan: RejectedPlan };

/** Messages to the thread. */
export type ReaderRequest =
  | { type: 'task'; task: ReaderTask }
  /** Requests one more message, and returns buffers for reuse. */
  | { type: 'more'; spare: ArrayBuffer[] }
  /** The next rejected rows it requested; none at the end. */
  | { type: 'rejected'; rows: RejectedRow[] };

/** Messages from the thread, each on request except `wanted`. */
export type ReaderMessage =
  | FoundHeader
  | Batch
  | { type: 'preview'; orders: PreviewOrder[]; more: boolean }
  | { type: 'wanted' }
  | { type: 'piece'; bytes: Uint8Array }
  /** `unlisted` counts the problems of an import that were left out of the list. */
  | { type: 'end'; unlisted: number }
  /** The file itself cannot be imported. */
  | { type: 'refused'; code: string; detail: string };
