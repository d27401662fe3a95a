import { randomUUID } from 'node:crypto';
import { openapi } from '../support/contract.js';
import { call } from '../support/http.js';
import { Maker } from './matrix.maker.js';
import { operations, rowsOf, type Operation } from './matrix.operations.js';
import { buildWorld, callerOf, digestOf, type World } from './matrix.world.js';

const forbidden = [
  'organizationId',
  'clientId',
  'status',
  'role',
  'id',
  'version',
  '__proto__',
  'constructor',
];

type Schema = { $ref?: string; properties?: object; oneOf?: Schema[]; anyOf?: Schema[]; allOf?: Schema[] };

/** The fields that a body may have, of whatever shape it is. */
function fieldsOf(schema: Schema): string[] {
  if (schema.$ref) {
    const { schemas } = openapi.components as { schemas: Record<string, Schema> };
    return fieldsOf(schemas[schema.$ref.split('/').at(-1)!]!);
  }
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [...Object.keys(schema.properties ?? {}), ...parts.flatMap(fieldsOf)];
}

function bodyFields({ method, path }: Operation): string[] | undefined {
  const operation = openapi.paths[path]![method.toLowerCase()] as unknown as {
    requestBody?: { content: Record<string, { schema: Schema }> };
  };
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema && fieldsOf(schema);
}

describe('fields that callers may not set', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld({ filters: true, policies: true });
  });
  afterAll(() => world.close());

  const withBody = operations.filter((operation) => bodyFields(operation) !== undefined);

  it.each(withBody.map((operation) => [operation.id, operation] as const))(
    'are refused by %s, each by its name',
    async (_, operation) => {
      const before = await digestOf(world);
      const row = rowsOf(operation)[0]!;
      const caller = callerOf(world, operation);
      const make = new Maker(world.app, caller.home, caller);
      const ids = (await row.ids?.(make)) ?? {};
      const path = operation.path.replace(/{(\w+)}/g, (_name, id: string) => ids[id]!);
      const valid = JSON.stringify((await row.body?.(ids, { make, side: caller.home.side })) ?? {});
      for (const field of forbidden.filter((name) => !bodyFields(operation)!.includes(name))) {
        const body = valid.replace(
          /^\{/,
          `{${JSON.stringify(field)}:"${randomUUID()}"${valid === '{}' ? '' : ','}`,
        );
        const answer = await call(world.app, operation.method, path, { token: caller.token, body });
        const codes = (answer.json.errors as { pointer: string; code: string }[] | undefined) ?? [];
        const isNamed = codes.some(
          ({ pointer, code }) => pointer === `/${field}` && code === 'unknown_field',
        );
        expect([field, answer.status, isNamed || answer.json.code === 'malformed_json']).toEqual([
          field,
          400,
          true,
        ]);
      }
      expect(await digestOf(world)).toEqual(before);
    },
  );
});
