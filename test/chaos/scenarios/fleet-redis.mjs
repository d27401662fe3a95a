import { setTimeout as delay } from 'node:timers/promises';
import { whyNoRedis } from '../support/redis.mjs';

const awayMilliseconds = 6_000;
const rounds = 4;

/** Callers never wait for Redis, and never see that it is away. */
const scenario = (name, what, play) => ({
  name: `redis-${name}`,
  title: `Redis ${what}`,
  isFleet: true,
  allowed: ['done'],
  missing: whyNoRedis,
  play,
});

export default [
  scenario('stopped', 'stopped for 6 s', async ({ redis }) => {
    await redis.kill();
    await delay(awayMilliseconds);
    await redis.start();
    await delay(awayMilliseconds);
  }),
  scenario('flushed', `flushed ${rounds} times`, async ({ redis, random }) => {
    for (let round = 0; round < rounds; round += 1) {
      await redis.flush();
      await delay(1_000 + random.below(1_000));
    }
  }),
  scenario('restarted', `restarted ${rounds} times`, async ({ redis, random }) => {
    for (let round = 0; round < rounds; round += 1) {
      await redis.kill();
      await redis.start();
      await delay(1_000 + random.below(1_000));
    }
  }),
  scenario('frozen', 'frozen for 6 s', async ({ redis }) => {
    redis.freeze();
    await delay(awayMilliseconds);
    redis.thaw();
    await delay(awayMilliseconds);
  }),
];
