import { setTimeout as delay } from 'node:timers/promises';

const frozenMilliseconds = 30_000;
/** What is asked of a silent database is refused by then, and so is what it was at work on. */
const refusedMilliseconds = 20_000;
/** What was asked at the moment of the freeze may still have been answered; then only 503 is true. */
const graceMilliseconds = 2_000;

export default {
  name: 'frozen',
  title: 'external PostgreSQL frozen once',
  rounds: 1,
  postgres: 'own',
  patience: 75_000,
  async play(world) {
    await delay(500);
    await world.postgres.freeze();
    const since = performance.now();
    let refusals = 0;
    world.onReady = ({ sentAt, kind }) => {
      if (kind === 'unavailable') refusals += 1;
      if (kind === 'done' && sentAt > since + graceMilliseconds && world.postgres.frozen)
        world.ledger.finding('ready says 200 while PostgreSQL is frozen');
    };
    await delay(frozenMilliseconds);
    if (refusals === 0) world.ledger.finding('ready never said 503 while PostgreSQL was frozen');
    world.postgres.thaw();
    await world.becomesWell(performance.now());
    for (const { work, sentAt, endedAt } of world.ledger.answers)
      if (endedAt > since && endedAt - Math.max(sentAt, since) > refusedMilliseconds)
        world.ledger.finding(`told only after ${refusedMilliseconds / 1000} s`, work);
  },
};
