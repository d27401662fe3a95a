import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Config } from '../config.js';

export type RedisClient = Redis | Cluster;
export type RedisPlace = Pick<Config, 'REDIS_URL' | 'REDIS_CLUSTER'>;

/** A connection to Redis, or to all nodes of a Cluster. It is tried again for ever, and its failures are no events. */
export function openRedis(
  { REDIS_URL, REDIS_CLUSTER }: RedisPlace,
  options: RedisOptions,
  retryStrategy: (attempt: number) => number,
): RedisClient {
  if (!REDIS_URL) throw new Error('There is no Redis');
  const all = { ...options, retryStrategy, connectTimeout: 2_000 };
  const client = REDIS_CLUSTER ? openCluster(new URL(REDIS_URL), all) : new Redis(REDIS_URL, all);
  return client.on('error', () => undefined);
}

/** The other nodes are entered by the same name, password and TLS as the one that is named. */
function openCluster(
  { protocol, hostname, port, username, password }: URL,
  { retryStrategy, enableOfflineQueue, enableReadyCheck, ...redisOptions }: RedisOptions,
): Cluster {
  return new Cluster([{ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) }], {
    clusterRetryStrategy: retryStrategy as (attempt: number) => number,
    enableOfflineQueue,
    enableReadyCheck,
    // Certificates are for names: what a node is called must not become its address before it is entered.
    dnsLookup: (name, found) => found(null, name),
    redisOptions: {
      ...redisOptions,
      username: decodeURIComponent(username) || undefined,
      password: decodeURIComponent(password) || undefined,
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  });
}
