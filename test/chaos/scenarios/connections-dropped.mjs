import { setTimeout as delay } from 'node:timers/promises';

const rounds = 8;

export default {
  name: 'drops',
  title: `connections dropped ${rounds} times`,
  rounds,
  postgres: 'own',
  async play(world) {
    for (let round = 0; round < rounds; round += 1) {
      await delay(500 + world.random.below(500));
      const from = performance.now();
      await world.postgres.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'waybill'",
      );
      if (!(await world.becomesWell(from))) return;
    }
  },
};
