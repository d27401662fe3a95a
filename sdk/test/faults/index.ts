import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Sdk from '../../src/index.js';
import { StubApi } from '../stub-api.js';
import { answers } from './answers.js';
import { mistakes } from './arguments.js';
import type { Fault, World } from './fault.js';
import { files } from './files.js';
import { lists } from './lists.js';
import { retries } from './retries.js';
import { stopping } from './stopping.js';
import { tokens } from './tokens.js';
import { uses } from './uses.js';

/** Every fault, and what the caller sees of it. */
export const faults: Fault[] = [
  ...answers,
  ...retries,
  ...stopping,
  ...tokens,
  ...lists,
  ...files,
  ...mistakes,
  ...uses,
];

/** A server of its own for the faults, and the way to end it. */
export async function openWorld(sdk: typeof Sdk): Promise<World & { close(): Promise<void> }> {
  const api = new StubApi();
  const baseUrl = await api.start();
  const folder = await mkdtemp(join(tmpdir(), 'waybill-faults-'));
  const waybill = new sdk.Waybill({ baseUrl, token: 'token-1', retryDelay: 1 });
  const close = async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  };
  return { sdk, api, baseUrl, waybill, folder, close };
}
