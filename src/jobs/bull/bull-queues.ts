import { BullModule, getQueueToken } from '@nestjs/bull';
import { Logger, Module, type DynamicModule } from '@nestjs/common';
import type { Queue } from 'bull';
import { once } from 'node:events';
import { queueNames, type QueueName } from '../job-map.js';
import { BullConnections, patienceMilliseconds } from './bull-connections.js';

/** All keys have one hash tag, so that a Redis Cluster keeps them on one node. */
const prefix = '{waybill}';
/** Gone when Redis has lost what it held. */
const presenceKey = `${prefix}:presence`;
const closeMilliseconds = 1_000;

interface JobId {
  id: string;
}

/**
 * The Bull queues, one for each kind of work. What they hold is no more than the ids of rows: it may get lost, and it
 * may be there twice.
 */
export class BullQueues {
  private readonly logger = new Logger(BullQueues.name);

  constructor(
    private readonly connections: BullConnections,
    private readonly queues: ReadonlyMap<QueueName, Queue<JobId>>,
  ) {}

  /** To look at; what is to be done says the database. */
  get opened(): Queue<JobId>[] {
    return [...this.queues.values()];
  }

  /** @param take runs a job; resolves at its end */
  process(
    slotsOf: (queue: QueueName) => number,
    take: (queue: QueueName, id: string) => Promise<void>,
  ): void {
    for (const [name, queue] of this.queues) {
      nameQuietly(queue);
      queue
        .process('*', slotsOf(name), ({ data: { id } }) => take(name, id))
        .catch((error: unknown) => this.logger.warn({ err: error }, `Bull takes no jobs of ${name}`));
    }
  }

  /** @throws when Redis does not answer in time; the ids may be there nevertheless */
  async add(queue: QueueName, jobs: readonly { id: string; name: string }[]): Promise<void> {
    const now = Date.now();
    const ids = jobs.map(({ id, name }) => ({ name, data: { id }, opts: { jobId: `${id}-${now}` } }));
    await inTime(this.queues.get(queue)!.addBulk(ids));
  }

  /**
   * Whether Redis still holds what it was given.
   * @throws when it does not answer in time
   */
  async remembers(): Promise<boolean> {
    return (await inTime(this.connections.client.set(presenceKey, '1', 'NX'))) === null;
  }

  /**
   * Waits a little for a connection that is only being made.
   * @throws when Redis does not answer in time
   */
  async reach(): Promise<void> {
    const { client } = this.connections;
    if (client.status !== 'ready')
      await once(client, 'ready', { signal: AbortSignal.timeout(patienceMilliseconds) });
    await inTime(client.exists(presenceKey));
  }

  /** Takes no more jobs in this process. */
  pause(): void {
    for (const queue of this.queues.values()) queue.pause(true, true).catch(() => undefined);
  }

  async close(): Promise<void> {
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
          useFactory: (connections: BullConnections, ...opened: Queue<JobId>[]) =>
            new BullQueues(connections, new Map(queueNames.map((name, index) => [name, opened[index]!]))),
        },
      ],
      exports: [BullQueues],
    };
  }
}
