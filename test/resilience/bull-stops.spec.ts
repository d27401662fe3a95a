import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { once, type EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BullQueues } from '../../src/jobs/bull/bull-queues.js';
import { openBullQueues } from '../support/bull-queues.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';

Logger.overrideLogger(false);

interface Subscriber extends EventEmitter {
  subscribe(...channels: string[]): Promise<unknown>;
}

/** Jest fails a test that leaves a rejection unhandled; a process would end by it. */
describe('a stop leaves no rejection unhandled', () => {
  let redis: TestRedis;
  beforeEach(async () => {
    redis = await startTestRedis();
  });
  afterEach(() => redis.kill());

  async function start(): Promise<BullQueues> {
    const queues = await openBullQueues(redis.url);
    queues.process(
      () => 1,
      () => Promise.resolve(),
    );
    return queues;
  }
  /** Ends when Bull has given up what it does at a stop. */
  async function stop(queues: BullQueues): Promise<void> {
    queues.pause();
    await queues.close();
    await redis.kill();
    await sleep(1_000);
  }
  const subscriberOf = ({ opened: [queue] }: BullQueues) =>
    (queue as unknown as { eclient: Subscriber }).eclient;
  async function startTaking(): Promise<BullQueues> {
    const queues = await start();
    await once(subscriberOf(queues), 'ready');
    await sleep(200);
    return queues;
  }

  it('right after the start', async () => {
    await stop(await start());
  });

  it('when Redis took no connection', async () => {
    redis.freeze();
    await stop(await start());
  });

  it('when Redis was never there', async () => {
    await redis.kill();
    const queues = await start();
    await sleep(200);
    await stop(queues);
  });

  it.each([
    ['deaf', () => Promise.resolve(redis.freeze())],
    ['gone', () => redis.kill()],
  ])('when Redis is %s', async (_, lose) => {
    const queues = await startTaking();
    await lose();
    await stop(queues);
  });

  it('when Redis went deaf as a lost connection was there again', async () => {
    const queues = await startTaking();
    const subscriber = subscriberOf(queues);
    const subscribe = subscriber.subscribe.bind(subscriber);
    subscriber.subscribe = (...channels: string[]) => {
      redis.freeze();
      return subscribe(...channels);
    };
    const isBack = once(subscriber, 'ready');
    const other = new Redis(redis.url);
    await other.client('KILL', 'TYPE', 'pubsub');
    other.disconnect();
    await isBack;
    redis.freeze();
    await stop(queues);
  });

  it('nor a connection to a Redis that was deaf and hears again', async () => {
    const queues = await startTaking();
    redis.freeze();
    queues.pause();
    await queues.close();
    redis.thaw();
    // ioredis ends only after two seconds what a deaf Redis does not; then Bull would open it again.
    await sleep(4_000);
    const other = new Redis(redis.url);
    const clients = String(await other.client('LIST'));
    other.disconnect();
    expect(clients.trim().split('\n')).toEqual([expect.stringContaining('cmd=client')]);
  });
});
