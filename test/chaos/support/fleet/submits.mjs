import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Caller } from '../caller.mjs';

/** Submits that may be without an answer, as many as a second brings; while there are so many, no more are made. */
const mostOpenSeconds = 1;
const [firstPause, longestPause] = [100, 2_000];
const patienceMilliseconds = 90_000;

/**
 * Submits one order after another at a steady rate, whatever the answers. Each is asked by one key until it has an
 * answer, of one API process after another. `stop` waits for every answer.
 */
export function startSubmits(fleet) {
  const { drafts, rate, apis, ledger, tenant, submits } = fleet;
  const idle = apis.map(() => []);
  const open = new Set();
  const since = performance.now();
  let isStopping = false;
  const pacing = pace();

  async function pace() {
    for (let begun = 0; !isStopping && drafts.length > 0; await delay(5)) {
      const due = ((performance.now() - since) / 1000) * rate;
      for (; begun < due && open.size < rate * mostOpenSeconds && drafts.length > 0; begun += 1) {
        const work = insist(drafts.pop(), begun).finally(() => open.delete(work));
        open.add(work);
      }
    }
    if (!isStopping) ledger.finding('there were not enough orders to submit');
  }

  async function insist(id, turn) {
    const begun = performance.now();
    const headers = { 'idempotency-key': randomUUID() };
    for (let attempt = 0; performance.now() < begun + patienceMilliseconds; attempt += 1) {
      if (attempt > 0) await delay(Math.min(longestPause, firstPause * 2 ** (attempt - 1)));
      const { kind, body } = await ask((turn + attempt) % apis.length, id, headers);
      if (kind !== 'done' && kind !== 'odd') continue;
      if (body?.succeededCount === 1) submits.set(id, (performance.now() - begun) / 1000);
      else ledger.finding('submit refused', `${id}: ${JSON.stringify(body?.failed)}`);
      return;
    }
    ledger.finding('a key without an answer in the end', 'submit');
  }

  async function ask(n, id, headers) {
    const caller = idle[n].pop() ?? new Caller(apis[n].url, tenant.client);
    const answer = await caller.ask('POST', '/v1/orders/submit', { headers, body: { ids: [id] } });
    idle[n].push(caller);
    return ledger.note('submit', answer);
  }

  return {
    /** @returns how many a second there were */
    stop: async () => {
      isStopping = true;
      await pacing;
      const seconds = (performance.now() - since) / 1000;
      await Promise.all(open);
      for (const caller of idle.flat()) caller.close();
      return submits.size / seconds;
    },
  };
}
