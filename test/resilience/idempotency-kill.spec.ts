import { call } from '../support/http.js';
import { addClient, signUp } from '../support/tenants.js';
import { startTestProcess, type TestProcess } from '../support/test-process.js';

const rounds = 6;
const keysInFlight = 60;

describe('orders under idempotency keys whose server is killed', () => {
  let app: TestProcess;
  beforeAll(async () => {
    app = await startTestProcess();
  });
  afterAll(() => app.close());

  it('are made exactly once, however the first try ended', async () => {
    const client = await addClient(app, await signUp(app));
    const send = (key: string) =>
      call(app, 'POST', '/v1/orders', {
        token: client.token,
        headers: { 'idempotency-key': key },
        body: { address: { addressLineOne: '476 5th Ave' }, notes: key },
      });
    let cutOff = 0;
    for (let round = 0; round < rounds; round += 1) {
      const keys = Array.from({ length: keysInFlight }, (_, n) => `round ${round} key ${n}`);
      const first = keys.map((key) => send(key).catch(() => undefined));
      await Promise.race(first);
      await pause(Math.random() * 40);
      await app.kill();
      const answers = await Promise.all(first);
      cutOff += answers.filter((answer) => !answer).length;
      await app.startAnew();
      const retried = await Promise.all(keys.map((key) => until(() => send(key))));
      for (const [n, answer] of answers.entries()) if (answer) expect(retried[n]!.text).toBe(answer.text);
    }
    const made = await app.database.query<{ notes: string; n: number }>(
      'select notes, count(*)::int as n from orders group by notes having count(*) <> 1',
    );
    const [total] = await app.database.query<{ n: number }>('select count(*)::int as n from orders');
    expect([made, total!.n]).toEqual([[], rounds * keysInFlight]);
    expect(cutOff).toBeGreaterThan(rounds);
  }, 180_000);

  /** Asks again while an earlier try may still be at work, as a client would; that must end within its lease. */
  async function until(ask: () => ReturnType<typeof call>) {
    const deadline = Date.now() + 90_000;
    for (;;) {
      const answer = await ask();
      if (answer.status === 201) return answer;
      expect(answer.json.code).toBe('idempotency_in_flight');
      if (Date.now() > deadline) throw new Error('The key stayed in flight');
      await pause(500);
    }
  }
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
