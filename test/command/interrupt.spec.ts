import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { CommandLine } from '../support/command-line.js';
import { eventually } from '../support/eventually.js';

/** Ctrl-C, where the server takes a call and never answers. */
describe('a command that is interrupted', () => {
  let waybill: CommandLine;
  let server: Server;
  let env: Record<string, string>;
  let sockets: Socket[];
  beforeAll(async () => {
    waybill = await CommandLine.make();
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined).resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    env = { WAYBILL_URL: `http://127.0.0.1:${port}`, WAYBILL_API_KEY: 'wb_live_none' };
  });
  beforeEach(() => (sockets = []));
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    await waybill.remove();
  });

  const route = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d01';

  it.each([
    'whoami',
    'orders list',
    'orders get N-1',
    'orders submit --all',
    'orders export',
    `routes start ${route}`,
    `sandbox drive ${route} --wait`,
    'login --api-key wb_live_none',
    'import waybill.mjs --name a.csv --wait',
  ])('ends at once while nobody answers: %s', async (line) => {
    const running = waybill.start(line, env);
    await eventually(() => sockets[0]);
    expect(await running.interrupt()).toMatchObject({ status: 130, stdout: '' });
  });
});
