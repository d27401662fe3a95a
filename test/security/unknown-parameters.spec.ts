import { randomUUID } from 'node:crypto';
import { openapi } from '../support/contract.js';
import { call } from '../support/http.js';
import { operations, type Operation } from './matrix.operations.js';
import { buildWorld, callerOf, type World } from './matrix.world.js';

/** A filter that is spelt wrong must not show, or forget, everything. */
describe('parameters that an operation does not have', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld({ filters: true, policies: true });
  });
  afterAll(() => world.close());

  const hasQuery = ({ method, path }: Operation) => {
    const { parameters } = openapi.paths[path]![method.toLowerCase()] as { parameters?: { in: string }[] };
    return parameters?.some((parameter) => parameter.in === 'query');
  };

  it.each(operations.filter(hasQuery).map((operation) => [operation.id, operation] as const))(
    'are refused by %s, each by its name',
    async (_, operation) => {
      const { token } = callerOf(world, operation);
      const path = operation.path.replace(/{\w+}/g, randomUUID());
      const names = ['clientID', '__proto__', 'constructor', 'limit[]', 'limit[a][b]', 'metadata[__proto__]'];
      const query = names.map((name) => `${name}=1`).join('&');
      const { status, json } = await call(world.app, operation.method, `${path}?${query}`, { token });
      const errors = (json.errors as { pointer: string; code: string }[] | undefined) ?? [];
      const unknown = errors.filter(({ code }) => code === 'unknown_field');
      expect([status, unknown.map(({ pointer }) => pointer).sort()]).toEqual([
        400,
        names.map((name) => `query/${name}`).sort(),
      ]);
    },
  );
});
