import { setTimeout as delay } from 'node:timers/promises';

const rounds = 3;

export default {
  name: 'restarts',
  title: `external PostgreSQL restarted ${rounds} times`,
  rounds,
  postgres: 'own',
  async play(world) {
    for (let round = 0; round < rounds; round += 1) {
      await delay(500 + world.random.below(500));
      await world.postgres.stop();
      await delay(1_000 + world.random.below(3_000));
      await world.postgres.start();
      if (!(await world.becomesWell(performance.now()))) return;
    }
  },
};
