import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * Range to search: below the operating systems' ephemeral ports, so that no outgoing connection takes the
 * port while a dead server restarts.
 */
const PORTS = { first: 20_000, last: 32_000 };

/** The port the data was last served on if it is free, otherwise any free one. */
export async function choosePort(data: string): Promise<number> {
  const wanted = await lastPort(data);
  for (let tries = 0; tries < 50; tries += 1) {
    const port = tries === 0 && wanted !== 0 ? wanted : randomInt(PORTS.first, PORTS.last);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found for PostgreSQL on 127.0.0.1. Set DATABASE_URL to another server.');
}

/** Keeping the port lets other processes reconnect to the same URL after a crash. 0: no last port. */
async function lastPort(data: string): Promise<number> {
  const options = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"-p" "(\d+)"/.exec(options)?.[1] ?? 0);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
