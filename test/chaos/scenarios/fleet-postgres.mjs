import { setTimeout as delay } from 'node:timers/promises';
import { whyNoRedis } from '../support/redis.mjs';

const rounds = 2;

export default [
  {
    name: 'fleet-restarts',
    title: `PostgreSQL restarted ${rounds} times`,
    isFleet: true,
    missing: whyNoRedis,
    async play(fleet) {
      for (let round = 0; round < rounds; round += 1) {
        await delay(500 + fleet.random.below(500));
        await fleet.postgres.stop();
        await delay(1_000 + fleet.random.below(2_000));
        await fleet.postgres.start();
        if (!(await fleet.becomesWell(performance.now()))) return;
      }
    },
  },
];
