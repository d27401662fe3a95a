import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ownProcesses } from '../support/processes.mjs';
import { whyNoRedis } from '../support/redis.mjs';

const program = fileURLToPath(new URL('../../../demo/demo.mjs', import.meta.url));
/** The step of the demo in which one of each is killed, while it is under way. */
const midway = '5. ';
const killWithinMilliseconds = 200;

export default [
  {
    name: 'demo',
    title: 'the demo, one API process and one worker killed midway',
    isFleet: true,
    isOwnShow: true,
    missing: whyNoRedis,
    async play(fleet) {
      const child = spawn(process.execPath, [program], {
        env: { PATH: process.env.PATH, DEMO_URL: fleet.balancer.url, DEMO_DATA_DIR: fleet.dataDir },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      ownProcesses.add(child);
      const ended = once(child, 'exit');
      for await (const line of createInterface(child.stdout)) {
        console.log(line);
        if (line.startsWith(midway)) void killOneOfEach(fleet);
      }
      const [status] = await ended;
      ownProcesses.delete(child);
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
