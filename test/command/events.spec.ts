import type { Event } from '../../sdk/src/index.js';
import { envOfKey, startWithCommand, type CommandLine } from '../support/command-line.js';
import { eventsSettled } from '../support/event-reader.js';
import { openOutage } from '../support/outage.js';
import { freePort } from '../support/server-process.js';
import { addOrder } from '../support/orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

describe('events from the command line', () => {
  let app: TestApp;
  let client: TestClient;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  let env: Record<string, string>;
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand());
    client = await addClient(app, await signUp(app));
    env = await envOfKey(app, client.token, ['events:read', 'orders:read']);
  });
  afterAll(() => close());

  it('are listed, and go on after the last', async () => {
    const made = [await addOrder(app, client), await addOrder(app, client)];
    await eventsSettled(app);
    const { stdout, stderr } = await waybill.run('events --limit 1', { env });
    expect(stdout).toMatch(new RegExp(`^[\\d-]{10} [\\d:]{5}  order\\.created +${made[0]!.id}  draft\n$`));
    const [, after] = /--after (\S+),/.exec(stderr)!;
    const { items } = await waybill.json<{ items: Event[] }>(`events --after ${after}`, { env });
    expect(items.map(({ orderId }) => orderId)).toEqual([made[1]!.id]);
    expect((await waybill.run(`events --after ${items[0]!.id}`, { env })).stderr).toBe('No events.\n');
  });

  it('are followed until Ctrl-C, which says how to go on', async () => {
    await eventsSettled(app);
    const following = waybill.start('events --follow --json --type order.created', env);
    const people = waybill.start('events --follow', env);
    await people.says('Following');
    const first = await addUntil(() => following.stdout !== '' && people.stdout !== '');
    const { status, stdout } = await following.interrupt();
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Event);
    expect(status).toBe(0);
    expect(events.every(({ type }) => type === 'order.created')).toBe(true);
    expect(first).toContain(events[0]!.orderId);
    const ended = await people.interrupt();
    expect(ended.status).toBe(0);
    const [, after] = /Go on later with --after (\S+)/.exec(ended.stderr)!;
    const missed = await addOrder(app, client);
    const later = waybill.start(`events --follow --json --after ${after}`, env);
    await later.says(missed.id);
    await later.interrupt();
    expect(JSON.parse(later.lines[0]!)).not.toMatchObject({ id: after });
  });

  /** Makes orders until somebody has seen one: a stream begins when it does. Answers their ids. */
  async function addUntil(isSeen: () => boolean): Promise<string[]> {
    const ids: string[] = [];
    while (!isSeen()) {
      ids.push((await addOrder(app, client)).id);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return ids;
  }

  it('go on after the last one where the connection was lost, which is told', async () => {
    await eventsSettled(app);
    const outage = await openOutage(app.url);
    const following = waybill.start('events --follow --type order.created', {
      ...env,
      WAYBILL_URL: outage.url,
    });
    await following.says('Following');
    const before = await addOrder(app, client);
    await following.says(before.id);
    outage.begin();
    await following.says('The connection is lost; trying again.');
    const missed = await addOrder(app, client);
    await outage.end();
    await following.says(missed.id);
    await following.says('Connected again; nothing was missed.');
    const { status, lines } = { ...(await following.interrupt()), lines: following.lines };
    outage.close();
    expect([status, lines.map((line) => line.split(/ {2,}/)[2])]).toEqual([0, [before.id, missed.id]]);
  });

  it('are not followed where there can be none, which is told at once', async () => {
    const nowhere = await waybill.run(`events --follow --url http://127.0.0.1:${await freePort()}`, { env });
    expect(nowhere).toMatchObject({ status: 1, stdout: '' });
    expect(nowhere.stderr).toMatch(/^✗ .* could not be reached/);
    expect(await waybill.run('events --follow --after first', { env })).toMatchObject({
      status: 1,
      stderr: '✗ --after: must be a UUID\n',
    });
  });

  it('end when nobody reads on, and when the access ends', async () => {
    const left = waybill.start('events --follow', env);
    await left.says('Following');
    left.child.stdout.destroy();
    const ended = left.ended.then(() => true);
    let isOver = false;
    void ended.then(() => (isOver = true));
    await addUntil(() => isOver);
    expect(await left.ended).toMatchObject({ status: 0 });
    const bad = await waybill.run('events --follow', { env: { ...env, WAYBILL_API_KEY: 'wb_live_none' } });
    expect(bad).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('WAYBILL_API_KEY is right') as string,
    });
  });
});
