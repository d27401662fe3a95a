import type { ListStopsQuery, Waybill } from '../../sdk/src/index.js';
import { ids, refusal, stopAt } from '../support/dispatch.js';
import { signUp } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let dispatcher: Waybill;
beforeAll(async () => {
  app = await startTestApp();
  dispatcher = app.as((await signUp(app)).accessToken);
});
afterAll(() => app.close());

const at = async (latitude: number, longitude: number) =>
  (await dispatcher.stops.create({ address: { latitude, longitude } })).id;
const found = async (query: ListStopsQuery) => ids((await dispatcher.stops.list(query)).items);

describe('stops in an area', () => {
  it('are those within the window of a map, its edges included, newest first', async () => {
    const made = [await at(10, 20), await at(11, 21), await at(12, 22)];
    await dispatcher.stops.create({ address: { addressLineOne: 'Nowhere' } });
    const [one, two, three] = made;
    expect(await found({ within: '10,20,12,22' })).toEqual([three, two, one]);
    expect(await found({ within: ' 10.5 , 20.5 , 11.5 , 21.5 ' })).toEqual([two]);
    expect(await found({ within: '10,20,10,20' })).toEqual([one]);
    expect(await found({ within: '10,20,12,22', near: '12,22', radiusMeters: 400_000 })).toEqual([
      three,
      two,
      one,
    ]);
  });

  it('may lie across the 180th meridian, or around a pole', async () => {
    const [west, east] = [await at(-17, 179.5), await at(-17, -179.5)];
    expect(await found({ within: '-18,179,-16,-179' })).toEqual([east, west]);
    expect(await found({ within: '-18,-180,-16,179' })).toEqual([east]);
    expect(await found({ near: '-17,179.9', radiusMeters: 100_000 })).toEqual([west, east]);
    const pole = await at(89.95, 10);
    expect(await found({ near: '89.95,-170', radiusMeters: 20_000 })).toEqual([pole]);
  });

  it('must be one', async () => {
    for (const within of ['10,20,9,22', '0,0,91,0', '0,181,1,1', '0,0,0', 'here'])
      expect([within, await refusal(dispatcher.stops.list({ within }))]).toEqual([
        within,
        '400 validation_failed',
      ]);
  });
});

describe('stops of a distance', () => {
  it('are found by a box that leaves none of them out', async () => {
    const { id } = await dispatcher.stops.create(stopAt(50));
    expect(await found({ near: '40.7532,-73.9822', radiusMeters: 50_001 })).toEqual([id]);
    expect(await found({ near: '40.7532,-73.9822', radiusMeters: 49_990 })).toEqual([]);
  });
});
