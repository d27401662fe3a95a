import { connect, createServer } from 'node:net';
import { once } from 'node:events';

/**
 * One address for several servers: each connection goes to the next of them that takes it, and ends with it.
 * @param ports where they listen
 */
export async function startBalancer(ports) {
  let turn = 0;
  const sockets = new Set();
  const server = createServer((caller) => {
    turn += 1;
    follow(caller);
    lead(caller, turn, ports.length);
  });

  function lead(caller, from, left) {
    const upstream = connect(ports[from % ports.length], '127.0.0.1');
    upstream.once('connect', () => {
      if (caller.destroyed) return upstream.destroy();
      follow(upstream);
      upstream.once('close', () => caller.destroy());
      caller.once('close', () => upstream.destroy());
      caller.pipe(upstream).pipe(caller);
    });
    upstream.once('error', () => {
      if (sockets.has(upstream)) return;
      if (left > 1) lead(caller, from + 1, left - 1);
      else caller.destroy();
    });
  }

  function follow(socket) {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
