import type { Batch, FoundHeader, PreviewRow, ReadPlan } from './read-plan.js';
import type { RejectedPlan, RejectedRow } from './rejected-rows.js';

/** What a reading thread is to do. */
export type ReaderTask = { type: 'import'; plan: ReadPlan } | { type: 'rejected'; plan: RejectedPlan };

/** What is told to the thread. */
export type ReaderRequest =
  | { type: 'task'; task: ReaderTask }
  /** Asks for one more message, and gives the memory back of one that was used. */
  | { type: 'more'; spare: ArrayBuffer[] }
  /** The next rejected rows it wanted, fewer than a page at the end. */
  | { type: 'rejected'; rows: RejectedRow[] };

/** What the thread tells: each on demand, but `wanted`. */
export type ReaderMessage =
  | FoundHeader
  | Batch
  | { type: 'preview'; rows: PreviewRow[]; more: boolean }
  | { type: 'wanted' }
  | { type: 'piece'; bytes: Uint8Array }
  /** `unlisted` counts the problems of an import that were left out of the list. */
  | { type: 'end'; unlisted: number }
  /** The file itself cannot be imported. */
  | { type: 'refused'; code: string; detail: string };
