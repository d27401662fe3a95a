import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { title as midway } from '../../../demo/chapters/spreadsheet.mjs';
import { startStub } from '../../../demo/stub-stores.mjs';
import { ownProcesses } from '../support/processes.mjs';
import { whyNoRedis } from '../support/redis.mjs';

const program = fileURLToPath(new URL('../../../demo/demo.mjs', import.meta.url));
/** After the beginning of that chapter, one of each is killed. */
const killWithinMilliseconds = 200;

export default [
  {
    name: 'demo',
    title: 'the demo, one API process and one worker killed midway',
    isFleet: true,
    isOwnShow: true,
    missing: whyNoRedis,
    async prepare(fleet) {
      const stub = await startStub();
      fleet.afterwards = stub.stop;
      fleet.settings.SHOPIFY_STUB_URL = stub.url;
    },
    async play(fleet) {
      const child = spawn(process.execPath, [program], {
        env: {
          PATH: process.env.PATH,
          DEMO_URL: fleet.balancer.url,
          DEMO_DATA_DIR: fleet.dataDir,
          ...fleet.settings,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      ownProcesses.add(child);
      const ended = once(child, 'exit');
      for await (const line of createInterface(child.stdout)) {
        console.log(line);
        if (line.endsWith(midway)) void killOneOfEach(fleet);
      }
      const [status] = await ended;
      ownProcesses.delete(child);
      if (fleet.apis[0].isRunning || fleet.workers[0].isRunning) fleet.ledger.finding('nobody was killed');
      if (status !== 0) fleet.ledger.finding('the demo failed', `status ${status}`);
    },
  },
];

/** They stay away until the end. */
async function killOneOfEach({ apis, workers, random }) {
  await delay(random.below(killWithinMilliseconds));
  await Promise.all([apis[0].kill(), workers[0].kill()]);
  console.log('  (One API process and one worker are killed.)');
}
