import { setTimeout as delay } from 'node:timers/promises';
import { usualKinds } from '../support/ledger.mjs';
import { SmallDisk, whyNoDisk } from '../support/small-disk.mjs';

const megabytes = 320;
const fullMilliseconds = 8_000;
const graceMilliseconds = 500;
const reads = new Set(['read', 'list', 'stops']);

export default {
  name: 'disk',
  title: 'disk full under everything',
  rounds: 2,
  allowed: [...usualKinds, 'full'],
  missing: whyNoDisk,
  prepare(world) {
    world.disk = new SmallDisk(world.dataDir, megabytes);
    world.afterwards = () => world.disk.unmount();
  },
  async play(world) {
    await stayFull(world);
    await world.disk.free();
    if (!(await world.becomesWell(performance.now()))) return;
    await stayFull(world);
    await world.stop();
    await world.disk.free();
    await world.server.start();
    await world.becomesWell(performance.now());
  },
};

/** Full for a while; whatever is let go in between is taken again. */
async function stayFull({ disk, ledger }) {
  const since = performance.now();
  while (performance.now() < since + fullMilliseconds) {
    disk.fill();
    await delay(100);
  }
  const meanwhile = ledger.answers.filter(({ sentAt }) => sentAt > since + graceMilliseconds);
  for (const { work, kind, detail } of meanwhile)
    if (reads.has(work) && kind !== 'done')
      ledger.finding('a read failed on a full disk', `${work}: ${detail}`);
  if (!meanwhile.some(({ kind }) => kind === 'full' || kind === 'unavailable'))
    ledger.finding('the disk was full and nobody noticed');
}
