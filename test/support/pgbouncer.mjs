import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount } from '../../build/database/embedded/postgres-account.js';
import { freePort } from '../chaos/support/processes.mjs';
import { programPath } from './ensure-program.mjs';

/**
 * A real PgBouncer on a free port before any database of a server, set up as the guide says.
 * @param server URL of any database there, with the login of all
 * @param more settings in place of the guide's
 * @param database settings of all databases
 */
export async function startPooler(server, more = {}, database = '') {
  const { hostname, port: serverPort, username, password } = new URL(server);
  const port = await freePort();
  const account = await chooseAccount();
  const folder = await mkdtemp(join(tmpdir(), 'waybill-pooler-'));
  const [config, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'userlist.txt')];
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_file: users,
    ...more,
  };
  await writeFile(
    config,
    await configuration(`* = host=${hostname} port=${serverPort} ${database}`, settings),
  );
  await writeFile(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  if (account) for (const path of [folder, config, users]) await chown(path, account.uid, account.gid);
  let running;
  const start = async () => {
    running = startProgram(config, account);
    await Promise.race([running.failed, answers(port)]);
  };
  await start();
  return {
    /** Of the same database, by the pooler. */
    before(url) {
      const pooled = new URL(url);
      [pooled.hostname, pooled.port] = ['127.0.0.1', String(port)];
      return pooled.href;
    },
    start,
    kill: () => running.kill(),
    async stop() {
      await running.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startProgram(config, account) {
  const child = spawn('pgbouncer', ['--quiet', config], {
    ...account,
    env: { PATH: programPath },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4_000)));
  const ended = once(child, 'exit').catch(() => {
    throw new Error('There is no pgbouncer on the PATH. Install it, e.g. apt-get install pgbouncer.');
  });
  const failed = ended.then(() => Promise.reject(new Error(`PgBouncer ended: ${said}`)));
  failed.catch(() => undefined);
  const kill = () => {
    child.kill('SIGKILL');
    return ended;
  };
  return { failed, kill };
}

/** The guide's, for other databases and with these settings. */
async function configuration(databases, settings) {
  const guide = await readFile(new URL('../../docs/operations/pooler.md', import.meta.url), 'utf8');
  const [, block] = /^```ini\n([\s\S]*?)^```$/m.exec(guide);
  const kept = block.split('\n').filter((line) => !(line.split(' = ')[0] in settings));
  const own = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return [...kept, ...own].join('\n').replace(/^waybill = .*$/m, databases) + '\n';
}

async function answers(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await delay(20);
  }
}
