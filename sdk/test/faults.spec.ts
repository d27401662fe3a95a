import * as sdk from '../src/index.js';
import { faults, openWorld } from './faults/index.js';

describe('what the caller sees of a fault', () => {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld(sdk);
  });
  afterAll(() => world.close());

  it.each(faults.map((row) => [row.fault, row] as const))('%s', async (_fault, row) => {
    expect(await row.meet(world)).toMatch(row.sees);
  });
});
