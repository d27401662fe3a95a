import { BullModule, getQueueToken } from '@nestjs/bull';
import { Logger, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bull';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { HandedJob } from '../job-claims.js';
import { queueNames, type QueueName } from '../job-map.js';
import { BullConnections, patienceMilliseconds } from './bull-connections.js';

/** All keys have one hash tag, so that a Redis Cluster keeps them on one node. */
const prefix = '{waybill}';
/** Gone when Redis has lost what it held. */
const memoryKey = `${prefix}:memory`;
const closeMilliseconds = 1_000;

/** What one job of Bull's carries: the ids of rows, of one kind. */
interface Carried {
  ids: string[];
}

/**
 * The Bull queues, one for each kind of work. What they hold is no more than the ids of rows: it may get lost, and it
 * may be there twice.
 */
export class BullQueues implements OnApplicationShutdown {
  private readonly logger = new Logger(BullQueues.name);
  private closing?: Promise<void>;

  constructor(
    private readonly connections: BullConnections,
    private readonly queues: ReadonlyMap<QueueName, Queue<Carried>>,
  ) {
    // Nest would wait as long as Bull does: for ever, where Redis fell silent before a connection was ready.
    for (const queue of this.opened) Object.assign(queue, { onApplicationShutdown: () => undefined });
  }

  /** To look at; what is to be done says the database. */
  get opened(): Queue<Carried>[] {
    return [...this.queues.values()];
  }

  /** @param take starts jobs; resolves when it may be called again */
  process(
    lanesOf: (queue: QueueName) => number,
    take: (queue: QueueName, ids: readonly string[]) => Promise<void>,
  ): void {
    for (const [name, queue] of this.queues) {
      nameQuietly(queue);
      queue
        .process('*', lanesOf(name), ({ data: { ids } }) => take(name, ids))
        .catch((error: unknown) => this.logger.warn({ err: error }, `Bull takes no jobs of ${name}`));
    }
  }

  /**
   * @param together how many ids go as one job of Bull's
   * @throws when Redis does not answer in time; the ids may be there nevertheless
   */
  async add(queue: QueueName, jobs: readonly HandedJob[], together: number): Promise<void> {
    const now = Date.now();
    const carried = [...bundles(jobs, together)].map(({ name, ids }) => ({
      name,
      data: { ids },
      opts: { jobId: `${ids[0]}-${now}` },
    }));
    await inTime(this.queues.get(queue)!.addBulk(carried));
  }

  /**
   * The name of all that Redis holds. Another one, and it has lost what it was given before.
   * @throws when it does not answer in time
   */
  async memory(): Promise<string> {
    const { client } = this.connections;
    const [, name] = await inTime(
      Promise.all([client.set(memoryKey, randomUUID(), 'NX'), client.get(memoryKey)]),
    );
    return name ?? '';
  }

  /**
   * Waits a little for a connection that is only being made.
   * @throws when Redis does not answer in time
   */
  async reach(): Promise<void> {
    const { client } = this.connections;
    if (client.status !== 'ready')
      await once(client, 'ready', { signal: AbortSignal.timeout(patienceMilliseconds) });
    await inTime(client.ping());
  }

  /** Takes no more jobs in this process. */
  pause(): void {
    for (const queue of this.queues.values()) queue.pause(true, true).catch(() => undefined);
  }

  close(): Promise<void> {
    return (this.closing ??= this.closeAll());
  }

  /** Of a process that only looks at the queues, too. */
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async closeAll(): Promise<void> {
    const patience = new Promise((resolve) => setTimeout(resolve, closeMilliseconds).unref());
    await Promise.race([
      Promise.allSettled([...this.queues.values()].map((queue) => queue.close(true))),
      patience,
    ]);
    this.connections.close();
  }
}

/** Bull itself lets the process end by a connection that is closed before it was named. */
function nameQuietly(queue: Queue): void {
  const name = queue.setWorkerName.bind(queue);
  queue.setWorkerName = () => name().catch(() => undefined);
}

/** Jobs of one kind together, so many at most. */
function* bundles(jobs: readonly HandedJob[], together: number): Generator<{ name: string; ids: string[] }> {
  for (const [name, alike] of Map.groupBy(jobs, (job) => job.name))
    for (let from = 0; from < alike.length; from += together)
      yield { name, ids: alike.slice(from, from + together).map(({ id }) => id) };
}

/** Some of what Bull does stays pending for ever when Redis does not answer, whatever limit its commands have. */
function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), patienceMilliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

@Module({ providers: [BullConnections], exports: [BullConnections] })
class BullConnectionsModule {}

@Module({})
export class BullQueuesModule {
  static register(): DynamicModule {
    const queues = BullModule.registerQueueAsync(
      ...queueNames.map((name) => ({
        name,
        imports: [BullConnectionsModule],
        inject: [BullConnections],
        useFactory: (connections: BullConnections) => ({
          prefix,
          createClient: (type: 'client' | 'subscriber' | 'bclient') =>
            type === 'bclient' ? connections.waiting(name) : connections[type],
          skipVersionCheck: true,
          settings: { retryProcessDelay: 500, maxStalledCount: 1_000 },
          defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
        }),
      })),
    );
    return {
      module: BullQueuesModule,
      imports: [BullConnectionsModule, queues],
      providers: [
        {
          provide: BullQueues,
          inject: [BullConnections, ...queueNames.map((name) => getQueueToken(name))],
          useFactory: (connections: BullConnections, ...opened: Queue<Carried>[]) =>
            new BullQueues(connections, new Map(queueNames.map((name, index) => [name, opened[index]!]))),
        },
      ],
      exports: [BullQueues],
    };
  }
}
