import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Caller } from '../support/caller.mjs';
import { list, upload } from '../support/work.mjs';

const rounds = 5;
const importRows = 20_000;
/** Asked so shortly before the signal, a request may not have reached the server yet. */
const flightMilliseconds = 50;
const refusedMilliseconds = 20;

export default {
  name: 'sigterm',
  title: `SIGTERM under load ${rounds} times`,
  rounds,
  postgres: 'own',
  async play(world) {
    const eager = startEagerCallers(world);
    for (let round = 0; round < rounds; round += 1) {
      const uploader = new Caller(world.server.url, world.tenant.client);
      const slow = [slowLoris(world.server.port, 'headers'), slowLoris(world.server.port, 'body')];
      await upload(world, uploader, { rows: importRows });
      await delay(world.random.below(600));
      const signalled = performance.now();
      await world.stop();
      judge(world.ledger, signalled, performance.now());
      for (const end of slow) end();
      uploader.close();
      await world.server.start();
      if (!(await world.becomesWell(performance.now()))) break;
    }
    await eager.stop();
  },
  async verify({ postgres, ledger }) {
    const noted = await postgres.query(
      "select attempts, last_error from jobs where name = 'imports.run' and (attempts > 1 or last_error is not null)",
    );
    for (const { attempts, last_error: error } of noted)
      ledger.finding('an import was noted as a failed attempt', `${attempts} attempts: ${error}`);
  },
};

function judge(ledger, signalled, gone) {
  for (const { work, kind, sentAt, endedAt, detail, closes } of ledger.answers) {
    if (endedAt < signalled || sentAt > gone) continue;
    if (kind === 'reset' && sentAt < signalled - flightMilliseconds)
      ledger.finding('a request under way was cut off', `${work}: ${detail}`);
    if (kind === 'unavailable' && sentAt > signalled && !closes)
      ledger.finding('503 while stopping without connection: close', work);
  }
}

/** Callers that go on at once, whatever they are answered. */
function startEagerCallers(world) {
  const stopping = new AbortController();
  const shifts = Array.from({ length: 3 }, async () => {
    const caller = new Caller(world.server.url, world.tenant.client);
    while (!stopping.signal.aborted) {
      const { kind } = await list(world, caller);
      if (kind === 'refused') await delay(refusedMilliseconds);
    }
    caller.close();
  });
  return {
    stop: () => {
      stopping.abort();
      return Promise.all(shifts);
    },
  };
}

/** A connection that is always about to say more. @returns what ends it */
function slowLoris(port, part) {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('POST /v1/orders HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n');
  if (part === 'body') socket.write('content-length: 1000\r\n\r\n{');
  const timer = setInterval(() => socket.write(part === 'body' ? ' ' : 'x'), 200);
  return () => {
    clearInterval(timer);
    socket.destroy();
  };
}
