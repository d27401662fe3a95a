import { setTimeout as delay } from 'node:timers/promises';
import { settle } from '../support/audit.mjs';
import { Caller } from '../support/caller.mjs';
import { createByKey, upload } from '../support/work.mjs';

const rounds = 6;
const keys = 60;
const uploads = 4;
/** About as long as the server needs for all of them. */
const killWithinMilliseconds = 250;
const once = { tries: 1, repeated: true };

export default {
  name: 'keys',
  title: `crash with ${rounds} × ${keys} keys in flight`,
  rounds,
  postgres: 'own',
  idle: true,
  async play(world) {
    const { server, tenant, random } = world;
    for (let round = 0; round < rounds; round += 1) {
      const callers = Array.from(
        { length: keys + uploads },
        (_, n) => new Caller(server.url, n % 2 ? tenant.client : tenant.key),
      );
      const asked = callers.map((caller, n) =>
        n < keys ? createByKey(world, caller, once) : upload(world, caller, once),
      );
      await delay(random.below(killWithinMilliseconds));
      await server.kill();
      await Promise.all(asked);
      for (const caller of callers) caller.close();
      await server.start();
      const from = performance.now();
      await settle(world);
      world.well.push((performance.now() - from) / 1000);
    }
  },
};
