import { Redis } from 'ioredis';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { eventually } from './eventually.js';
import { freePort, startTestRedis, type TestRedis } from './redis.js';

/** A Redis that is spoken to by TLS only, with a certificate of its own. */
export async function startTlsRedis(): Promise<TestRedis & { certificate: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-redis-'));
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  await Promise.all([writeFile(certFile, cert), writeFile(keyFile, key, { mode: 0o600 })]);
  const files = ['--tls-cert-file', certFile, '--tls-key-file', keyFile, '--tls-ca-cert-file', certFile];
  const redis = await startTestRedis([...files, '--tls-auth-clients', 'no'], true);
  return {
    ...redis,
    certificate: cert,
    kill: async () => {
      await redis.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const slots = 16_384;

export interface TestCluster {
  /** Of one of its nodes. */
  url: string;
  nodes: readonly TestRedis[];
  /** The node that keeps a key. */
  holderOf(key: string): Promise<TestRedis>;
  kill(): Promise<void>;
}

/** Three real nodes, each with a third of the keys and without replicas. */
export async function startRedisCluster(): Promise<TestCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-cluster-'));
  const busPorts = [await freePort(), await freePort(), await freePort()];
  const nodes = await Promise.all(
    busPorts.map((port, n) => {
      const own = ['--cluster-config-file', join(folder, `${n}.conf`), '--cluster-port', String(port)];
      return startTestRedis(['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000', ...own]);
    }),
  );
  const clients = nodes.map(({ url }) => new Redis(url));
  const share = Math.ceil(slots / nodes.length);
  for (const [n, client] of clients.entries()) {
    client.on('error', () => undefined);
    await client.cluster('ADDSLOTSRANGE', n * share, Math.min((n + 1) * share, slots) - 1);
    await client.cluster('SET-CONFIG-EPOCH', n + 1);
    await clients[0]!.call('CLUSTER', 'MEET', '127.0.0.1', new URL(nodes[n]!.url).port, busPorts[n]!);
  }
  for (const client of clients)
    await eventually(async () => {
      const told = await client.cluster('INFO');
      return (told.includes('cluster_state:ok') && told.includes('cluster_known_nodes:3')) || undefined;
    });
  return {
    url: nodes[0]!.url,
    nodes,
    holderOf: async (key) => nodes[Math.floor((await clients[0]!.cluster('KEYSLOT', key)) / share)]!,
    kill: async () => {
      for (const client of clients) client.disconnect();
      await Promise.all(nodes.map((node) => node.kill()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
