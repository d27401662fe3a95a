import { setTimeout as delay } from 'node:timers/promises';
import { SmallDisk, whyNoDisk } from '../support/small-disk.mjs';

const awayMilliseconds = 5_000;

/** The files lie on a disk of their own, so only uploads may notice. */
export default {
  name: 'files',
  title: 'file storage full, then read-only',
  rounds: 2,
  postgres: 'own',
  allowed: ['done', 'full', 'unavailable'],
  missing: whyNoDisk,
  prepare(world) {
    world.disk = new SmallDisk(world.dataDir, 64);
    world.afterwards = () => world.disk.unmount();
  },
  async play(world) {
    const { disk } = world;
    disk.fill();
    await onlyUploadsFail(world);
    await disk.free();
    if (!(await world.becomesWell(performance.now()))) return;
    await disk.protect(true);
    await onlyUploadsFail(world);
    await disk.protect(false);
    await world.becomesWell(performance.now());
  },
};

async function onlyUploadsFail({ ledger }) {
  const since = performance.now();
  await delay(awayMilliseconds);
  const failed = ledger.answers.filter(({ sentAt, kind }) => sentAt > since && kind !== 'done');
  if (!failed.some(({ work }) => work === 'upload')) ledger.finding('uploads noticed nothing');
  for (const { work, detail } of failed)
    if (work !== 'upload') ledger.finding('failed for want of file storage', `${work}: ${detail}`);
}
