import { openRival } from '../support/row-locks.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { signUp } from '../support/tenants.js';

describe('depots', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('come with the organization: one, and main', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { items } = await owner.depots.list();
    expect(items.map(({ name, isMain }) => ({ name, isMain }))).toEqual([
      { name: 'Main depot', isMain: true },
    ]);
  });

  it('have exactly one main among them, which cannot be deleted', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const second = await owner.depots.create({
      name: 'Uptown',
      latitude: 40.8,
      longitude: -73.9,
      countryCode: 'US',
    });
    await owner.depots.setMain(second.id);
    await expect(owner.depots.delete(second.id)).rejects.toMatchObject({
      status: 409,
      code: 'depot_is_main',
    });
    const { items } = await owner.depots.list();
    expect(items.filter(({ isMain }) => isMain).map(({ id }) => id)).toEqual([second.id]);
  });

  it('stand at a whole place or at none: one coordinate cannot go alone', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { id } = await owner.depots.create({ name: 'Uptown', latitude: 40.8, longitude: -73.9 });
    for (const half of [{ latitude: null }, { longitude: null }, { latitude: 41 }])
      await expect(owner.depots.update(id, half)).rejects.toMatchObject({
        status: 400,
        code: 'validation_failed',
      });
    expect(await owner.depots.get(id)).toMatchObject({ latitude: 40.8, longitude: -73.9 });
    const none = { latitude: null, longitude: null };
    expect(await owner.depots.update(id, none)).toMatchObject(none);
  });

  it('that are deleted while something is made for them are an outage to it, not a failure', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const { id } = await owner.depots.create({ name: 'Uptown' });
    const rival = await openRival(app.database);
    await rival.query('delete from depots where id = $1', [id]);
    const made = owner.routes.create({ title: 'Monday', depotId: id }).catch((error: unknown) => error);
    await rival.isWaitedForBy(1);
    await rival.query('commit');
    await rival.giveWay();
    expect(await made).toMatchObject({ status: 503, code: 'unavailable' });
    await expect(owner.routes.create({ title: 'Monday', depotId: id })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('of a neighbour are not there at all', async () => {
    const mine = app.as((await signUp(app)).accessToken);
    const theirs = app.as((await signUp(app)).accessToken);
    const depot = await theirs.depots.create({ name: 'Secret' });
    await expect(mine.depots.get(depot.id)).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    });
    await expect(mine.depots.delete(depot.id)).rejects.toMatchObject({ status: 404 });
    expect((await theirs.depots.get(depot.id)).name).toBe('Secret');
  });
});
