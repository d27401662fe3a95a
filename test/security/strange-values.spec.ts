import { randomUUID } from 'node:crypto';
import { openapi } from '../support/contract.js';
import { call, type RawAnswer } from '../support/http.js';
import type { Ids } from './matrix.ids.js';
import { Maker } from './matrix.maker.js';
import { operations, rowsOf, type Operation } from './matrix.operations.js';
import { buildWorld, callerOf, type World } from './matrix.world.js';
import { valuePlaces, withValue, type Schema } from './value-places.js';

interface Described {
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const described = ({ method, path }: Operation) =>
  openapi.paths[path]![method.toLowerCase()] as unknown as Described;

type Strange = (readonly [string, unknown])[];

const broken: Strange = [
  ['a lone surrogate', 'a\ud800b'],
  ['a NUL', 'a\u0000b'],
];

const moments: Strange = [
  ['the year 0', '0000-01-01T00:00:00Z'],
  ['the year 1', '0001-01-01T00:00:00Z'],
  ['before the year 1', '0001-01-01T00:00:00+14:00'],
  ['the end of 9999', '9999-12-31T23:59:59.999Z'],
  ['past the year 9999', '9999-12-31T23:59:59-14:00'],
  ['the year 10000', '+010000-01-01T00:00:00Z'],
  ['the last moment of JavaScript', '+275760-09-13T00:00:00.000Z'],
  ['infinity', 'infinity'],
];

const numbers: Strange = [
  ['a number past every other', '1e999'],
  ['the largest number', Number.MAX_VALUE],
  ['the smallest number', -Number.MAX_VALUE],
  ['nearly nothing', Number.MIN_VALUE],
  ['2^63', 2 ** 63],
  ['2^53', 2 ** 53],
  ['2^31', 2 ** 31],
  ['-1', -1],
  ['a fraction', 0.1],
];

/** What to try where, and what has to be refused there by the field's name. */
const tries = {
  string: { strange: [...broken, ...moments], refused: broken },
  moment: { strange: [...broken, ...moments], refused: [...broken, ...moments] },
  number: { strange: numbers, refused: [] as Strange },
};

describe('strange values', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld({ filters: true, policies: true });
  });
  afterAll(() => world.close());

  const bodyOf = (operation: Operation) =>
    described(operation).requestBody?.content['application/json']?.schema;
  const queryOf = (operation: Operation) =>
    (described(operation).parameters ?? []).filter((parameter) => parameter.in === 'query');

  it.each(operations.filter(bodyOf).map((operation) => [operation.id, operation] as const))(
    'in any field of the body of %s are no fault of ours',
    async (_, operation) => {
      const attempt = attempts(operation);
      const found: unknown[] = [];
      for (const { pointer, kind } of valuePlaces(bodyOf(operation)!)) {
        const { strange, refused } = tries[kind];
        for (const [name, value] of strange) {
          const answer = await attempt((body) => withValue(body, pointer, value));
          if (answer.status >= 500) found.push([pointer, name, answer.status]);
          if (!refused.some(([one]) => one === name)) continue;
          const errors = (answer.json.errors as { pointer: string }[] | undefined) ?? [];
          if (answer.status !== 400 || !errors.some((error) => error.pointer === pointer))
            found.push([pointer, name, answer.status, 'is not refused by its name', errors]);
        }
      }
      expect(found).toEqual([]);
    },
  );

  it.each(operations.filter(bodyOf).map((operation) => [operation.id, operation] as const))(
    'as keys of the body of %s, or nested without end, are no fault of ours',
    async (_, operation) => {
      const { token } = callerOf(world, operation);
      const path = operation.path.replace(/{\w+}/g, randomUUID());
      const endless = '['.repeat(200_000) + ']'.repeat(200_000);
      for (const [body, code] of [
        ['{"\\ud800": 1}', 'broken_text'],
        ['{"a\\u0000": {"b": 1}}', 'broken_text'],
        [`{"a": ${endless}}`, 'too_deep'],
        [endless, 'too_deep'],
      ] as const) {
        const headers = { 'idempotency-key': randomUUID() };
        const { status, json } = await call(world.app, operation.method, path, { token, body, headers });
        expect([status, (json.errors as { code: string }[])[0]?.code]).toEqual([400, code]);
      }
    },
  );

  it.each(operations.filter((one) => queryOf(one).length > 0).map((one) => [one.id, one] as const))(
    'in any part of the query of %s are no fault of ours',
    async (_, operation) => {
      const attempt = attempts(operation);
      const found: unknown[] = [];
      for (const { name: parameter } of queryOf(operation)) {
        for (const [name, value] of [...broken, ...moments, ...numbers]) {
          const text = encodeURIComponent(String(value).toWellFormed());
          const answer = await attempt((body) => body, `${parameter}=${text}`);
          if (answer.status >= 500) found.push([parameter, name, answer.status]);
          if (name === 'a NUL' && answer.status !== 400) found.push([parameter, name, answer.status]);
        }
        const surrogate = await attempt((body) => body, `${parameter}=a%ED%A0%80b`);
        if (surrogate.status >= 500) found.push([parameter, 'a surrogate as UTF-8', surrogate.status]);
      }
      expect(found).toEqual([]);
    },
  );

  it.each(operations.filter(({ path }) => path.includes('{')).map((one) => [one.id, one] as const))(
    'in the path of %s are no fault of ours',
    async (_, operation) => {
      const { token } = callerOf(world, operation);
      for (const text of ['%00', 'a%00b', '%ED%A0%80', '%F4%90%80%80', '..', '%2e%2e', '%EF%BF%BF']) {
        const path = operation.path.replace(/{\w+}/g, text);
        const body = operation.method === 'GET' ? undefined : {};
        const { status } = await call(world.app, operation.method, path, { token, body });
        expect([text, status < 500]).toEqual([text, true]);
      }
    },
  );

  it.each(['user-agent', 'idempotency-key', 'if-match', 'x-request-id', 'authorization', 'content-type'])(
    'in the header %s are no fault of ours',
    async (header) => {
      const { token } = callerOf(world, { permission: 'depots:write' });
      for (const value of ['\u00ff\u00fe', '\u0080', '"', 'W/"\u00e9"', '\t', ',', 'x'.repeat(8000)]) {
        for (const [method, path, body] of [
          ['POST', '/v1/depots', { name: 'Uptown' }],
          ['POST', '/v1/auth/logout', { refreshToken: 'x' }],
          ['PATCH', '/v1/organization', { name: 'Swift Wheels' }],
        ] as const) {
          const { status } = await call(world.app, method, path, {
            token,
            body,
            headers: { [header]: value },
          });
          expect([header, value, path, status < 500]).toEqual([header, value, path, true]);
        }
      }
    },
  );

  it('that were taken can be read again', async () => {
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const answer = await attempts(operation)((body) => body);
      expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
    }
  });

  /** A valid call whose body may be changed; what a call used up is made anew for the next. */
  function attempts(operation: Operation) {
    const [row] = rowsOf(operation);
    const caller = callerOf(world, operation);
    const make = new Maker(world.app, caller.home, caller);
    let ids: Ids | undefined;
    return async (change: (body: unknown) => unknown, query?: string): Promise<RawAnswer> => {
      ids ??= (await row!.ids?.(make)) ?? {};
      const path = operation.path.replace(/{(\w+)}/g, (_, id: string) => ids![id]!);
      const body = await row!.body?.(ids, { make, side: caller.home.side });
      const answer = await call(world.app, operation.method, `${path}?${query ?? ''}`, {
        token: caller.token,
        body: operation.method === 'GET' || body instanceof FormData ? body : jsonOf(change(body ?? {})),
      });
      if (answer.status < 400 && operation.method !== 'GET') {
        ids = undefined;
        await row!.restore?.(world.app, make, ids ?? {});
      }
      return answer;
    };
  }
});

/** JSON in which a number may be larger than JavaScript can write. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('"1e999"', '1e999');
}
