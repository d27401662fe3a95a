import { setTimeout as delay } from 'node:timers/promises';
import { whyNoRedis } from '../support/redis.mjs';

const awayMilliseconds = 4_000;
/** Whoever asks ready may have to find out first that Redis is away, or back. */
const graceMilliseconds = 2_500;
const slowMilliseconds = 3_000;

export default {
  name: 'redis',
  title: 'Redis killed, frozen and restarted',
  rounds: 3,
  postgres: 'own',
  redis: true,
  allowed: ['done'],
  missing: whyNoRedis,
  async play(world) {
    const { redis, ledger } = world;
    let changed = performance.now();
    let isAway = false;
    const becomes = (away) => ([isAway, changed] = [away, performance.now()]);
    world.onReady = ({ sentAt, body }) => {
      if (sentAt < changed + graceMilliseconds || !body?.status) return;
      if (body.status !== (isAway ? 'degraded' : 'ok'))
        ledger.finding(`ready says ${body.status} with Redis ${isAway ? 'away' : 'there'}`);
    };
    for (const [leave, comeBack] of [
      [() => redis.kill(), () => redis.start()],
      [() => redis.freeze(), () => redis.thaw()],
      [() => redis.kill(), () => redis.start()],
    ]) {
      const from = performance.now();
      await leave();
      becomes(true);
      await world.becomesWell(from);
      await delay(awayMilliseconds);
      await comeBack();
      becomes(false);
      await delay(awayMilliseconds);
    }
    const slow = ledger.answers.filter(({ sentAt, endedAt }) => endedAt - sentAt > slowMilliseconds);
    for (const { work } of slow) ledger.finding(`slower than ${slowMilliseconds / 1000} s`, work);
  },
};
