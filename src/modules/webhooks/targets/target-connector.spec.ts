import { Resolver } from 'node:dns/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { dnsServer, type DnsServer } from '../../../../test/support/dns-server.js';
import { targetAgent } from './target-connector.js';

/** An address of the internet that belongs to nobody who answers. */
const somewhere = '198.41.0.1';

describe('a connection to a receiver', () => {
  let server: Server;
  let dns: DnsServer;
  let heard: string[];
  let port: number;

  beforeAll(async () => {
    server = createServer((incoming, answer) => {
      heard.push(incoming.url!);
      answer.writeHead(302, { location: 'http://127.0.0.1/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
    dns = await dnsServer();
  });
  afterAll(async () => {
    await dns.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    heard = [];
    dns.asked.length = 0;
  });

  /** Asks the test's own DNS server anew for every connection. */
  function agent({ allowPrivate = false, connectMilliseconds = 10_000 } = {}) {
    const resolver = new Resolver({ timeout: connectMilliseconds, tries: 1 });
    resolver.setServers([dns.address]);
    return targetAgent({ allowPrivate, connectMilliseconds, names: resolver });
  }

  const post = (host: string, dispatcher = agent()) =>
    request(`http://${host}:${port}/hook`, { method: 'POST', body: '{}', dispatcher });
  const refused = { code: 'target_refused' };

  it.each(['127.0.0.1', '127.1', '2130706433', '0x7f000001', '[::1]', '[::ffff:127.0.0.1]'])(
    'is refused to the address %s',
    async (host) => {
      await expect(post(host)).rejects.toMatchObject(refused);
      expect(heard).toEqual([]);
    },
  );

  it('is refused by a name that leads to a private address', async () => {
    dns.answers.set('inside.example.org', [['127.0.0.1']]);
    await expect(post('inside.example.org')).rejects.toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  it('is refused by a name of which one address of several is private', async () => {
    dns.answers.set('mixed.example.org', [[somewhere, '127.0.0.1']]);
    await expect(post('mixed.example.org')).rejects.toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  it('is refused by a name of which one address is private in IPv6', async () => {
    dns.answers.set('mixed6.example.org', [[somewhere]]);
    dns.answers6.set('mixed6.example.org', ['0:0:0:0:0:0:0:1']);
    await expect(post('mixed6.example.org')).rejects.toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  it('waits for no names of others, however many are not answered for', async () => {
    dns.answers.set('mine.example.org', [['127.0.0.1']]);
    const impatient = agent({ connectMilliseconds: 3_000 });
    const waiting = Array.from({ length: 40 }, (_, n) => {
      dns.silent.add(`slow${n}.example.org`);
      return post(`slow${n}.example.org`, impatient).then(
        () => 'answered',
        () => 'refused',
      );
    });
    let isOver = false;
    void Promise.race(waiting).then(() => (isOver = true));
    await expect(post('mine.example.org')).rejects.toMatchObject(refused);
    expect(isOver).toBe(false);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['refused']));
  });

  it('leads to the address that was checked, whatever the name leads to the next moment', async () => {
    dns.answers.set('rebound.example.org', [[somewhere], ['127.0.0.1']]);
    const dispatcher = agent({ connectMilliseconds: 1_000 });
    await expect(post('rebound.example.org', dispatcher)).rejects.not.toMatchObject(refused);
    expect(dns.asked).toEqual(['rebound.example.org']);
    await expect(post('rebound.example.org', dispatcher)).rejects.toMatchObject(refused);
    expect(heard).toEqual([]);
  });

  it('is refused by a name that leads nowhere', async () => {
    dns.answers.set('empty.example.org', [[]]);
    await expect(post('empty.example.org')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it('follows no redirect', async () => {
    const { statusCode } = await post('127.0.0.1', agent({ allowPrivate: true }));
    expect([statusCode, heard]).toEqual([302, ['/hook']]);
  });
});
