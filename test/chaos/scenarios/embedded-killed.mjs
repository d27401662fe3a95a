import { setTimeout as delay } from 'node:timers/promises';

const rounds = 3;

export default {
  name: 'killed',
  title: `embedded PostgreSQL killed ${rounds} times`,
  rounds,
  async play(world) {
    for (let round = 0; round < rounds; round += 1) {
      await delay(1_000 + world.random.below(500));
      const from = performance.now();
      await world.postgres.kill();
      if (!(await world.becomesWell(from))) return;
    }
  },
};
