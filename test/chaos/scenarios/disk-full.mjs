import { setTimeout as delay } from 'node:timers/promises';
import { usualKinds } from '../support/ledger.mjs';
import { SmallDisk, whyNoDisk } from '../support/small-disk.mjs';

const megabytes = 320;
const fullMilliseconds = 8_000;
const mostSegments = 20;
const reads = new Set(['read', 'list', 'stops']);

export default {
  name: 'disk',
  title: 'disk full under everything',
  rounds: 3,
  allowed: [...usualKinds, 'full'],
  missing: whyNoDisk,
  prepare(world) {
    world.disk = new SmallDisk(world.dataDir, megabytes);
    world.afterwards = () => world.disk.unmount();
  },
  async play(world) {
    await stayFull(world);
    readsWentOn(world);
    await world.disk.free();
    if (!(await world.becomesWell(performance.now()))) return;
    await stayFull(world);
    await world.stop();
    await world.disk.free();
    await world.server.start();
    if (!(await world.becomesWell(performance.now()))) return;
    await stayFull(world, endsPostgres);
    await world.disk.free();
    await world.becomesWell(performance.now());
  },
};

/** Full for a while; whatever is let go in between is taken again. */
async function stayFull(world, also) {
  const { disk, ledger } = world;
  const since = performance.now();
  disk.fill();
  await also?.(world);
  while (performance.now() < since + fullMilliseconds) {
    disk.fill();
    await delay(100);
  }
  const meanwhile = ledger.answers.filter(({ sentAt }) => sentAt > since);
  if (!meanwhile.some(({ kind }) => kind === 'full' || kind === 'unavailable'))
    ledger.finding('the disk was full and nobody noticed');
}

function readsWentOn({ ledger }) {
  for (const { work, kind, detail } of ledger.answers)
    if (reads.has(work) && kind !== 'done')
      ledger.finding('a read failed on a full disk', `${work}: ${detail}`);
}

/** Uses up the room that PostgreSQL's log had left: without any it ends itself, and cannot start. */
async function endsPostgres(world) {
  for (let segment = 0; segment < mostSegments; segment += 1) {
    const ended = await world.postgres
      .query("select pg_switch_wal(), pg_logical_emit_message(true, 'chaos', repeat('x', 100000))")
      .then(
        () => false,
        () => true,
      );
    if (ended) return;
  }
  world.ledger.finding('PostgreSQL outlived a full log');
}
