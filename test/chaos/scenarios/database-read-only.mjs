import { setTimeout as delay } from 'node:timers/promises';
import { usualKinds } from '../support/ledger.mjs';

const readOnlyMilliseconds = 5_000;
const graceMilliseconds = 500;
const reads = new Set(['read', 'list', 'stops']);

export default {
  name: 'readonly',
  title: 'database read-only once',
  rounds: 1,
  postgres: 'own',
  allowed: [...usualKinds, 'full'],
  async play(world) {
    // Also the first use of a key in a while, which would be noted.
    await world.postgres.query('update api_keys set last_used_at = null');
    await readOnly(world, 'on');
    const since = performance.now() + graceMilliseconds;
    await delay(readOnlyMilliseconds);
    const failed = world.ledger.answers.filter(({ sentAt, kind }) => sentAt > since && kind !== 'done');
    if (failed.length === 0) world.ledger.finding('the database was read-only and nobody noticed');
    for (const { work, detail } of failed)
      if (reads.has(work)) world.ledger.finding('a read failed for want of writing', `${work}: ${detail}`);
    await readOnly(world, 'off');
    await world.becomesWell(performance.now());
  },
};

/** As a hosted database is after its disk ran full, or a standby. */
async function readOnly({ postgres }, value) {
  await postgres.query(`alter system set default_transaction_read_only = ${value}`);
  await postgres.query('select pg_reload_conf()');
}
