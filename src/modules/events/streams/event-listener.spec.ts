import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Principal } from '../../../auth/access/principal.js';
import { beginning } from '../event-position.js';
import { EventListener } from './event-listener.js';

const patience = 3_000;
/** Far more than the buffers of the connection hold. */
const plenty = 'x'.repeat(32 * 1024 * 1024);
const reader: Principal = {
  kind: 'api_key',
  keyId: 'key',
  name: 'Sync',
  scopes: ['events:read'],
  scope: { audience: 'organization', organizationId: 'organization' },
};

describe('a reader of events', () => {
  let server: Server;
  let socket: Socket;
  let listener: EventListener;
  let received = 0;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nhost: stub\r\n\r\n');
    const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
    listener = new EventListener(reader, {}, beginning, response, patience);
    received = 0;
  });
  afterEach(() => {
    socket.destroy();
    server.close();
  });

  /** Takes so many bytes every 20 ms. */
  async function takeSlowly(from: Socket, bytes: number): Promise<void> {
    from.pause();
    while (!from.destroyed) {
      await delay(20);
      for (let taken = 0; taken < bytes;) {
        const piece = from.read() as Buffer | null;
        if (!piece) break;
        taken += piece.length;
        received += piece.length;
      }
    }
  }

  it('that is slow and steady keeps its stream for far longer than one that takes nothing would', async () => {
    void takeSlowly(socket, 64 * 1024);
    const begun = Date.now();
    listener.write(plenty);
    expect(await listener.drained()).toBe(true);
    expect(Date.now() - begun).toBeGreaterThan(patience * 2);
    expect(listener.isOpen).toBe(true);
    expect(received).toBeGreaterThan(plenty.length / 2);
  });

  it('that takes nothing is cut', async () => {
    socket.pause();
    let isThere = true;
    for (let n = 0; n < 10 && isThere; n++) {
      listener.write(plenty);
      isThere = await listener.drained();
    }
    expect(isThere).toBe(false);
    expect(listener.isOpen).toBe(false);
  });

  it('that has taken everything may be quiet for as long as it likes', async () => {
    socket.resume();
    listener.write(':\n\n');
    await delay(patience * 1.5);
    expect(listener.isOpen).toBe(true);
    listener.write(':\n\n');
    expect(await listener.drained()).toBe(true);
  });
});
