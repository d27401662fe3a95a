import type { ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { type Problem } from '../problems/problems.js';
import { SchemaPipe } from './schema.pipe.js';
import { repeatable } from './schemas.js';

const pipe = new SchemaPipe();
const id = '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e';
const schema = z
  .strictObject({
    name: z.string().min(2),
    limit: z.coerce.number().max(200).default(50),
    count: z.number().int().min(1).max(50).optional(),
    whole: z.int().optional(),
    share: z.number().gt(0).lt(1).optional(),
    on: z.boolean().optional(),
    title: z.string().max(3).optional(),
    token: z.string().min(1).optional(),
    ids: z.array(z.uuid()).min(2).max(3).optional(),
    pair: z.tuple([z.number(), z.number()]).optional(),
    flags: z.record(z.string(), z.boolean()).optional(),
    only: z.literal('dead').optional(),
    either: z.union([z.literal('all'), z.array(z.string())]).optional(),
    id: z.uuid().optional(),
    'a/b~c': z.array(z.int()).optional(),
    mode: z.enum(['all', 'some']).optional(),
    state: repeatable(z.enum(['open', 'shut'])),
    channel: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('mail') }),
        z.object({ kind: z.literal('link') }),
      ])
      .optional(),
  })
  .superRefine(({ name }, context) => {
    if (name === 'odd')
      context.addIssue({ code: 'custom', path: ['name'], message: 'is odd', params: { code: 'odd_name' } });
    if (name === 'even') context.addIssue({ code: 'custom', path: ['name'], message: 'is even' });
  });

const check = (value: unknown, type: ArgumentMetadata['type'] = 'body', against: z.ZodType | null = schema) =>
  pipe.transform(value, { type, ...(against && { schema: against }) } as ArgumentMetadata);
const refused = (value: unknown, type?: ArgumentMetadata['type']) => {
  try {
    check(value, type);
  } catch (error) {
    const { code, detail, errors } = error as Problem;
    return { code, detail, errors };
  }
  return undefined;
};

describe('the check of a request', () => {
  it('answers what the schema makes of it, with defaults', () => {
    expect(check({ name: 'Ada' })).toEqual({ name: 'Ada', limit: 50 });
  });

  it('says how several values are given where they come with commas', () => {
    const at = 'query/state';
    const of = 'must be one of open, shut';
    for (const state of ['open,shut', ['open', 'shut,open']])
      expect(refused({ name: 'Ada', state }, 'query')?.errors).toEqual([
        { pointer: at, code: 'invalid_value', detail: `takes several values as state=…&state=…; each ${of}` },
      ]);
    expect(refused({ name: 'Ada', state: ['open', 'ajar'] }, 'query')?.errors).toEqual([
      { pointer: at, code: 'invalid_value', detail: of },
    ]);
  });

  it('takes a query or body that is not there for an empty one', () => {
    expect(check(undefined, 'query', z.object({ limit: z.number().default(50) }))).toEqual({ limit: 50 });
  });

  it('leaves alone what has no schema, and what is no input', () => {
    expect(check('as it is', 'param', null)).toBe('as it is');
    expect(check({ nam: 1 }, 'custom')).toEqual({ nam: 1 });
  });

  it.each<[unknown, string, string, string]>([
    [{}, '/name', 'required', 'is required'],
    [{ name: 7 }, '/name', 'invalid_type', 'must be text in quotes, not a number'],
    [{ name: null }, '/name', 'invalid_type', 'must be text in quotes, not null'],
    [{ name: 'A' }, '/name', 'too_small', 'must have 2 characters or more'],
    [{ name: 'Ada', title: 'Miss' }, '/title', 'too_big', 'may have 3 characters at most'],
    [{ name: 'Ada', token: '' }, '/token', 'too_small', 'may not be empty'],
    [{ name: 'Ada', limit: 201 }, '/limit', 'too_big', 'must be 200 or less'],
    [{ name: 'Ada', limit: 'many' }, '/limit', 'invalid_type', 'must be a number'],
    [{ name: 'Ada', count: 1.5 }, '/count', 'invalid_type', 'must be a whole number'],
    [{ name: 'Ada', count: '7' }, '/count', 'invalid_type', 'must be a number, not text in quotes'],
    [{ name: 'Ada', count: 0 }, '/count', 'too_small', 'must be 1 or more'],
    [{ name: 'Ada', count: 1e308 }, '/count', 'too_big', 'must be 50 or less'],
    [{ name: 'Ada', count: -1e308 }, '/count', 'too_small', 'must be 1 or more'],
    [{ name: 'Ada', count: Infinity }, '/count', 'invalid_type', 'must be a finite number'],
    [{ name: 'Ada', count: -Infinity }, '/count', 'invalid_type', 'must be a finite number'],
    [{ name: 'Ada', whole: 1e308 }, '/whole', 'too_big', 'must be 9007199254740991 or less'],
    [{ name: 'Ada', share: 1 }, '/share', 'too_big', 'must be less than 1'],
    [{ name: 'Ada', share: 0 }, '/share', 'too_small', 'must be more than 0'],
    [{ name: 'Ada', on: 'true' }, '/on', 'invalid_type', 'must be true or false, not text in quotes'],
    [{ name: 'Ada', id: '7' }, '/id', 'invalid_format', 'must be a UUID'],
    [{ name: 'Ada', ids: 'x' }, '/ids', 'invalid_type', 'must be a list, not text in quotes'],
    [{ name: 'Ada', ids: [] }, '/ids', 'too_small', 'must hold 2 or more'],
    [{ name: 'Ada', ids: Array(4).fill(id) }, '/ids', 'too_big', 'may hold 3 at most'],
    [{ name: 'Ada', pair: [1, 2, 3] }, '/pair', 'too_big', 'may hold 2 at most'],
    [{ name: 'Ada', flags: [] }, '/flags', 'invalid_type', 'must be an object, not a list'],
    [{ name: 'Ada', flags: { a: 1 } }, '/flags/a', 'invalid_type', 'must be true or false, not a number'],
    [{ name: 'Ada', 'a/b~c': ['x'] }, '/a~1b~0c/0', 'invalid_type', 'must be a number, not text in quotes'],
    [{ name: 'Ada', mode: 'none' }, '/mode', 'invalid_value', 'must be one of all, some'],
    [{ name: 'Ada', only: 'alive' }, '/only', 'invalid_value', 'must be "dead"'],
    [{ name: 'Ada', either: 7 }, '/either', 'invalid_union', 'is none of the forms that this field may have'],
    [{ name: 'Ada', limit: ['1', '2'] }, '/limit', 'invalid_type', 'must be a number'],
    [{ name: 'Ada', state: 'ajar' }, '/state/0', 'invalid_value', 'must be one of open, shut'],
    [{ name: 'Ada', state: ['open', 'ajar'] }, '/state/1', 'invalid_value', 'must be one of open, shut'],
    [{ name: 'Ada', channel: {} }, '/channel/kind', 'invalid_union', 'must be one of mail, link'],
    [{ name: 'odd' }, '/name', 'odd_name', 'is odd'],
    [{ name: 'even' }, '/name', 'custom', 'is even'],
    [
      { name: 'Ada', 'x/y': 1 },
      '/x~1y',
      'unknown_field',
      'is not a field of this request; remove it or check its spelling',
    ],
    [[], '', 'invalid_type', 'must be an object, not a list'],
  ])('refuses %j and says where and why, once', (value, pointer, code, detail) => {
    expect(refused(value)?.errors).toEqual([{ pointer, code, detail }]);
  });

  it('points into the query where that is wrong', () => {
    expect(refused({ name: 'A' }, 'query')?.errors).toMatchObject([{ pointer: 'query/name' }]);
  });

  describe('in a query', () => {
    const list = z.strictObject({
      q: z.string().optional(),
      metadata: z.record(z.string().max(2, 'is long'), z.string()).optional(),
      state: repeatable(z.enum(['open', 'shut'])),
    });
    const faults = (query: Record<string, unknown>) => {
      try {
        check(query, 'query', list);
      } catch (error) {
        return (error as Problem).errors?.map(({ pointer, detail }) => `${pointer} ${detail}`);
      }
      return undefined;
    };

    it('takes a[b] for a field of an object', () => {
      const query = { 'metadata[a]': '1', 'metadata[b]': '2', q: 'x' };
      expect(check(query, 'query', list)).toEqual({ q: 'x', metadata: { a: '1', b: '2' } });
    });

    const unknown = 'is not a field of this request; remove it or check its spelling';
    it.each([
      [{ q: ['a', 'b'] }, ['query/q may be given only once']],
      [{ 'metadata[a]': ['1', '2'] }, ['query/metadata[a] may be given only once']],
      [{ 'metadata[abc]': '1' }, ['query/metadata[abc] is long']],
      [{ state: ['open', 'ajar'] }, ['query/state must be one of open, shut']],
      [{ state: ['shot', 'ajar'] }, ['query/state must be one of open, shut']],
      [{ 'metadata[__proto__]': '1' }, [`query/metadata[__proto__] ${unknown}`]],
      [{ 'state[a]': '1', state: 'open' }, [`query/state[a] ${unknown}`]],
      [{ 'metadata[a][b]': '1', 'q[]': '1' }, [`query/metadata[a][b] ${unknown}`, `query/q[] ${unknown}`]],
    ])('refuses %j by its name', (query, told) => {
      expect(faults(query)).toEqual(told);
    });
  });

  it('names the first three faults, counts the rest, and lists a hundred', () => {
    const unknown = (count: number) =>
      refused({ name: 'Ada', ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`x${n}`, 1])) });
    const what = 'is not a field of this request; remove it or check its spelling';
    expect(unknown(3)).toMatchObject({
      code: 'validation_failed',
      detail: `/x0 ${what}; /x1 ${what}; /x2 ${what}.`,
    });
    expect(unknown(4)?.detail).toBe(`/x0 ${what}; /x1 ${what}; /x2 ${what} and 1 more.`);
    expect(unknown(101)?.errors).toHaveLength(100);
  });
});
