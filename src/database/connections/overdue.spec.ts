import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import type pg from 'pg';
import { outageOf } from '../../common/problems/outages.js';
import { openPool } from './connections.js';
import { flyFrom } from './flight.js';
import { endOverdue } from './overdue.js';

describe('what takes too long on a pool', () => {
  const url = process.env.TEST_DATABASE_URL!;
  const ask = (text: string) => [{ text, values: [] }];
  let pool: pg.Pool;
  let between: Server;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    const { hostname, port } = new URL(url);
    between = createServer((caller) => {
      const server = connect(Number(port), hostname);
      sockets.push(caller, server);
      for (const socket of [caller, server]) socket.on('error', () => undefined);
      caller.pipe(server);
      server.pipe(caller);
    }).listen(0, '127.0.0.1');
    await once(between, 'listening');
    const way = Object.assign(new URL(url), {
      hostname: '127.0.0.1',
      port: (between.address() as AddressInfo).port,
    });
    pool = openPool(way.href, 'system', 2, { pipeline: true, query_timeout: 0 });
  });
  afterEach(async () => {
    await pool.end();
    for (const socket of sockets.splice(0)) socket.destroy();
    between.close();
  });

  it('ends as an outage, though nobody says that the connection is cut off, and the next has another', async () => {
    endOverdue(pool, 1);
    await flyFrom(pool, ask('select 1'));
    const [caller, server] = sockets as [Socket, Socket];
    server.unpipe(caller);
    const error: unknown = await flyFrom(pool, ask('select 1')).catch((reason: unknown) => reason);
    expect(outageOf(error)?.code).toBe('unavailable');
    expect(await flyFrom(pool, ask('select 2 as two'))).toEqual([[{ two: 2 }]]);
  });

  it('is not what follows on the same connection, however long that goes on', async () => {
    endOverdue(pool, 1);
    const pids = new Set<unknown>();
    const until = Date.now() + 3_500;
    while (Date.now() < until) {
      const [[row]] = (await flyFrom(pool, ask('select pg_backend_pid() as pid, pg_sleep(0.1)'))) as [
        [{ pid: number }],
      ];
      pids.add(row.pid);
    }
    expect(pids.size).toBe(1);
  });
});
