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
    const { items } = await owner.depots.listDepots({});
    expect(items.map(({ name, isMain }) => ({ name, isMain }))).toEqual([
      { name: 'Main depot', isMain: true },
    ]);
  });

  it('have exactly one main among them, which cannot be deleted', async () => {
    const owner = app.as((await signUp(app)).accessToken);
    const second = await owner.depots.createDepot({
      requestBody: { name: 'Uptown', latitude: 40.8, longitude: -73.9, countryCode: 'US' },
    });
    await owner.depots.setMainDepot({ id: second.id });
    await expect(owner.depots.deleteDepot({ id: second.id })).rejects.toMatchObject({
      status: 409,
      code: 'depot_is_main',
    });
    const { items } = await owner.depots.listDepots({});
    expect(items.filter(({ isMain }) => isMain).map(({ id }) => id)).toEqual([second.id]);
  });

  it('of a neighbour are not there at all', async () => {
    const mine = app.as((await signUp(app)).accessToken);
    const theirs = app.as((await signUp(app)).accessToken);
    const depot = await theirs.depots.createDepot({ requestBody: { name: 'Secret' } });
    await expect(mine.depots.getDepot({ id: depot.id })).rejects.toMatchObject({
      status: 404,
      code: 'not_found',
    });
    await expect(mine.depots.deleteDepot({ id: depot.id })).rejects.toMatchObject({ status: 404 });
    expect((await theirs.depots.getDepot({ id: depot.id })).name).toBe('Secret');
  });
});
