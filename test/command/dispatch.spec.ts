import type { DriverLink, RouteWithStops, Stop } from '../../sdk/src/index.js';
import { startWithCommand, type CommandLine } from '../support/command-line.js';
import { addSandbox } from '../support/sandbox.js';
import type { TestApp } from '../support/test-app.js';

describe('a dispatcher’s day from the command line', () => {
  let app: TestApp;
  let waybill: CommandLine;
  let close: () => Promise<void>;
  let env: Record<string, string>;
  beforeAll(async () => {
    ({ app, waybill, close } = await startWithCommand());
    const { token } = await addSandbox(app);
    env = { WAYBILL_URL: app.url, WAYBILL_API_KEY: token };
    const address = { latitude: 40.75, longitude: -73.98 };
    for (const [index, externalId] of ['S-1', 'S-2', 'S-3', 'S-4'].entries())
      await app.as(token).stops.create({
        externalId,
        address: { ...address, addressLineOne: `${index} Main St`, latitude: 40.75 + index / 100 },
      });
  });
  afterAll(() => close());
  const run = (line: string) => waybill.run(line, { env });
  const json = <T>(line: string) => waybill.json<T>(line, { env });
  let route: RouteWithStops;

  it('begins with the stops that wait', async () => {
    const { stdout } = await run('stops list --unassigned --sort createdAt');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)[1]),
    ).toEqual(['Id', 'S-1', 'S-2', 'S-3', 'S-4']);
    expect((await json<{ items: Stop[] }>('stops list --assigned')).items).toEqual([]);
    expect(await run('stops list --assigned --unassigned')).toMatchObject({ status: 2 });
    expect((await run('stops get S-2')).stdout).toMatch(/^Code .*\nId +S-2\n/);
    expect((await run('stops get S-9')).stderr).toContain('waybill stops list shows them');
    expect((await run('events --order S-1 --after x')).stderr).toBe(
      '✗ --order: must be a UUID\n✗ --after: must be a UUID\n',
    );
    expect((await run('routes create A --starts-at soon')).stderr).toMatch(
      /^✗ --starts-at: must be a moment/,
    );
    expect((await run('stops export --format csv')).stdout).toContain('S-3');
  });

  it('makes a route of them, and sends it out', async () => {
    route = await json<RouteWithStops>('routes create "Midtown, morning" S-1 S-2');
    expect(route).toMatchObject({ title: 'Midtown, morning', stopCount: 2 });
    expect(await json(`routes add ${route.id} S-3`)).toMatchObject({ stopCount: 3 });
    expect((await run(`routes optimize ${route.id}`)).stdout).toContain('3, 0 done, 0 failed');
    expect((await run('routes list --status planned')).stdout).toContain(route.id);
    const narrow = await waybill.run('routes list', { env: { ...env, COLUMNS: '40' } });
    expect(narrow.stdout).toContain(`UUID\n  ${route.id}\nTitle   Midtown, morning\n`);
    const twice = await run('routes create Twice S-1');
    expect(twice).toMatchObject({ status: 1, stderr: expect.stringContaining('on a route') as string });
    expect((await run('routes list')).stdout).not.toContain('Twice');
    const link = await json<DriverLink>(`routes driver-link ${route.id}`);
    expect((await run(`routes driver-link ${route.id}`)).stdout).toMatch(
      new RegExp(`^${new URL(link.url).origin}`),
    );
    expect(await json(`routes start ${route.id}`)).toMatchObject({ status: 'started' });
    expect(await run(`routes start ${route.id}`)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^✗ /) as string,
    });
  });

  it('drives it to its end in a sandbox', async () => {
    const long = await json<RouteWithStops>('routes create Long S-4');
    const driving = waybill.start(`sandbox drive ${long.id} --speed 1 --wait`, env);
    await driving.says('On the way; stops to visit: 1.');
    expect(await driving.interrupt()).toMatchObject({
      status: 130,
      stderr: expect.stringMatching(
        /The route goes on; waybill routes get [0-9a-f-]+ tells how far it is\.\n$/,
      ) as string,
    });
    const line = `sandbox drive ${route.id} --outcome delivered_to_recipient --outcome failed_not_home`;
    const { status, stdout } = await run(`${line} --wait`);
    expect([status, stdout]).toEqual([0, expect.stringContaining('3, 2 done, 1 failed') as string]);
    expect((await run(`routes get ${route.id}`)).stdout).toMatch(/Status +completed\n/);
    expect((await run(`sandbox drive ${route.id} --speed 0`)).status).toBe(2);
    expect((await run(`sandbox drive ${route.id}`)).status).toBe(1);
  });

  it('lets what failed wait again, ends a route, and gives no stop back that is done', async () => {
    const { items } = await json<{ items: Stop[] }>('stops list --status failed');
    const [failed] = items as [Stop];
    expect((await run(`stops reschedule ${failed.externalId}`)).stdout).toBe(
      `✓ ${failed.trackingCode} is submitted again.\n`,
    );
    const second = await json<RouteWithStops>(`routes create Again ${failed.trackingCode}`);
    await run(`routes start ${second.id}`);
    expect((await run(`routes complete ${second.id}`)).stderr).toContain('Record an attempt for each first.');
    await app.as(env.WAYBILL_API_KEY).stops.recordAttempt(failed.id, { state: 'delivered_to_recipient' });
    expect(await json(`routes complete ${second.id}`)).toMatchObject({ status: 'completed' });
    expect(await run(`stops return ${failed.externalId}`)).toMatchObject({ status: 2 });
    const refused = await run(`stops return ${failed.externalId} --reason "Too far"`);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringMatching(/^✗ /) as string });
  });
});
