import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { eventually } from '../../../../test/support/eventually.js';
import type { Config } from '../../../config.js';
import { receiverFailures } from '../../../jobs/job-failures.js';
import { WebhookSender } from './webhook-sender.js';

const named = [{ name: 'commonName', value: 'localhost' }];

describe('sending to a receiver', () => {
  const sender = new WebhookSender({ WEBHOOK_ALLOW_PRIVATE: true } as Config);
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  afterAll(() => sender.onApplicationShutdown());

  async function listen(server: Server): Promise<number> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
  const ok: RequestListener = (_request, response) => void response.end('ok');
  const send = (url: string) => sender.send(url, {}, '{}', new AbortController().signal);
  const sendTls = async (options: ServerOptions) =>
    send(`https://localhost:${await listen(createTlsServer(options, ok))}/`);

  it('tells that the intermediate certificate is missing', async () => {
    const issuer = await generate([{ name: 'commonName', value: 'An intermediate' }], {
      extensions: [{ name: 'basicConstraints', cA: true }],
    });
    const ca = { key: issuer.private, cert: issuer.cert };
    const { private: key, cert } = await generate(named, { ca });
    expect(await sendTls({ key, cert })).toMatchObject({ status: null, error: 'tls_failed' });
  });

  it('tells that the receiver speaks another TLS, or none', async () => {
    const { private: key, cert } = await generate(named);
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await sendTls({ key, cert, ...old })).toMatchObject({ error: 'tls_failed' });
    const plain = await listen(createHttpServer(ok));
    expect(await send(`https://localhost:${plain}/`)).toMatchObject({ error: 'tls_failed' });
    expect(receiverFailures.tls_failed).toContain('or it does not speak TLS 1.2');
  });

  it('tells that what answers speaks no HTTP', async () => {
    const port = await listen(createServer((socket) => void socket.resume().end('SSH-2.0-OpenSSH_9\r\n')));
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ error: 'connection_failed' });
    expect(receiverFailures.connection_failed).toContain('no HTTP');
  });

  it('tells that a name was not found, whether the system or a name server says so', async () => {
    expect(await send('https://nowhere.invalid/')).toMatchObject({ error: 'name_not_found' });
    const strict = new WebhookSender({ WEBHOOK_ALLOW_PRIVATE: false } as Config);
    const outcome = await strict.send('https://nowhere.invalid/', {}, '{}', new AbortController().signal);
    expect(outcome).toMatchObject({ status: null, error: 'name_not_found' });
    await strict.onApplicationShutdown();
  });

  it('keeps a connection for a while of its own, whatever the receiver offers', async () => {
    const server = createHttpServer((_request, response) => {
      response.writeHead(200, { 'keep-alive': 'timeout=600' }).end();
    });
    server.keepAliveTimeout = 600_000;
    const open = promisify(server.getConnections.bind(server));
    expect((await send(`http://127.0.0.1:${await listen(server)}/`)).status).toBe(200);
    expect(await open()).toBe(1);
    await eventually(async () => (await open()) === 0 || undefined);
  });
});
