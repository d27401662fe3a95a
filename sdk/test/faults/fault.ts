import type * as Sdk from '../../src/index.js';
import type { StubApi } from '../stub-api.js';

/** What a fault is tried against: the SDK, from its sources or as published, and a real server. */
export interface World {
  sdk: typeof Sdk;
  api: StubApi;
  baseUrl: string;
  /** A client of that server that waits a millisecond before it retries. */
  waybill: Sdk.Waybill;
  /** An empty folder. */
  folder: string;
}

/** One row of the table: what goes wrong, and what the caller is to see of it. */
export interface Fault {
  fault: string;
  meet(world: World): Promise<string>;
  /** What has to be in what the caller sees. */
  sees: RegExp;
}

/** How a call ended, in one line: the error's kind, code and sentence, or its value. */
export async function end(call: PromiseLike<unknown> | (() => unknown)): Promise<string> {
  try {
    const value = await (typeof call === 'function' ? call() : call);
    return value instanceof Blob ? `Blob of ${value.size} bytes` : `${JSON.stringify(value)}`;
  } catch (error) {
    if (!(error instanceof Error)) return `threw ${String(error)}`;
    const { name, message } = error;
    const { code, detail } = error as { code?: string; detail?: string };
    return detail === undefined ? `${name}: ${message}` : `${name} ${code}: ${detail}`;
  }
}

export async function endAfter(api: StubApi, call: PromiseLike<unknown>): Promise<string> {
  const seen = await end(call);
  return `${seen} · ${api.seen.length} ${api.seen.length === 1 ? 'request' : 'requests'}`;
}
