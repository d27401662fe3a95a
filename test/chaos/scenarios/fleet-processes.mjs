import { setTimeout as delay } from 'node:timers/promises';
import { whyNoRedis } from '../support/redis.mjs';

const rounds = 4;

const scenario = (name, title, play, more) => ({
  name,
  title,
  isFleet: true,
  missing: whyNoRedis,
  play,
  ...more,
});

/** One after the other, so that the other one is there. */
const inTurn = (pick, end) => async (fleet) => {
  for (let round = 0; round < rounds; round += 1) {
    const server = pick(fleet)[round % 2];
    await end(fleet, server);
    await delay(500 + fleet.random.below(1_000));
    await server.start();
    await delay(1_000);
  }
};

export default [
  scenario(
    'worker-killed',
    `a worker killed ${rounds} times`,
    inTurn(
      ({ workers }) => workers,
      (_fleet, worker) => worker.kill(),
    ),
    { allowed: ['done'] },
  ),
  scenario(
    'workers-killed',
    'both workers killed at once',
    async ({ workers }) => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await delay(2_000);
      await Promise.all(workers.map((worker) => worker.start()));
      await delay(2_000);
    },
    { allowed: ['done'] },
  ),
  scenario(
    'worker-stopped',
    `SIGTERM of a worker ${rounds} times`,
    inTurn(
      ({ workers }) => workers,
      (fleet, worker) => fleet.stop(15, worker),
    ),
    { allowed: ['done'] },
  ),
  scenario(
    'api-stopped',
    `SIGTERM of an API process ${rounds} times`,
    inTurn(
      ({ apis }) => apis,
      (fleet, api) => fleet.stop(15, api),
    ),
  ),
  scenario(
    'api-killed',
    `an API process killed ${rounds} times`,
    inTurn(
      ({ apis }) => apis,
      (_fleet, api) => api.kill(),
    ),
  ),
];
