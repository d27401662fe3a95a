import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Outage {
  /** The database's URL, by a way that can be closed. */
  url: string;
  /** Drops all connections and refuses new ones. */
  begin(): void;
  end(): Promise<void>;
  /** Lets nothing through any more, with all connections left open. */
  freeze(): void;
  thaw(): void;
  close(): void;
}

/** A way to a database's server that can be closed and opened, without anything happening to the server itself. */
export async function openOutage(databaseUrl: string): Promise<Outage> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let isFrozen = false;
  const listen = async (port: number) => {
    server = createServer((caller) => {
      const database = connect(Number(target.port || 5432), target.hostname);
      for (const [from, to] of [
        [caller, database],
        [database, caller],
      ] as const) {
        sockets.add(from);
        from.on('error', () => undefined);
        from.on('close', () => void (sockets.delete(from), to.destroy()));
        from.pipe(to);
        if (isFrozen) from.pause();
      }
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const begin = () => {
    server?.close();
    for (const socket of sockets) socket.destroy();
  };
  const freeze = () => {
    isFrozen = true;
    for (const socket of sockets) socket.pause();
  };
  const thaw = () => {
    isFrozen = false;
    for (const socket of sockets) socket.resume();
  };
  const url = new URL(databaseUrl);
  [url.hostname, url.port] = ['127.0.0.1', String(port)];
  return { url: url.href, begin, end: async () => void (await listen(port)), freeze, thaw, close: begin };
}
