import type { z } from 'zod';
import { byId, cursorKey, ListPages } from './cursor.js';

const id = (n: number) => `0195d0c2-7c1e-7000-8000-00000000000${n}`;
const pages = new ListPages('orders', byId);
const page = (count: number, limit: number, filters: object = {}) =>
  pages.page(
    Array.from({ length: count }, (_, n) => id(n)),
    limit,
    filters,
    (row): [string] => [row],
    (row) => row.at(-1),
  );
const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const forged = (k: unknown, cursor: string) => {
  const { f } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { f: string };
  return Buffer.from(JSON.stringify({ k, f })).toString('base64url');
};

describe('a page of a list', () => {
  it.each([
    [0, [], false],
    [2, ['0', '1'], false],
    [3, ['0', '1', '2'], false],
    [4, ['0', '1', '2'], true],
  ])('of %i rows for a limit of 3 holds %j, and says so when another follows', (count, items, more) => {
    const found = page(count, 3);
    expect(found.items).toEqual(items);
    expect(found.nextCursor !== null).toBe(more);
  });

  it('leads on behind its last row', () => {
    expect(pages.decode(page(4, 3).nextCursor!, {})).toEqual([id(2)]);
    expect(pages.decode(undefined, {})).toBeUndefined();
  });

  it('leads on with the same filters, in whatever order they were said', () => {
    const cursor = page(4, 3, { status: 'draft', q: 'elm', source: undefined }).nextCursor!;
    expect(pages.decode(cursor, { q: 'elm', status: 'draft' })).toEqual([id(2)]);
  });

  it('says what its page has seen, and without a word that it may have been anything', () => {
    const cursor = pages.encode([id(1)], {}, '16/B374D848');
    expect(pages.decode(cursor, {})).toEqual([id(1)]);
    expect(pages.seenBy(cursor)).toBe('16/B374D848');
    expect(pages.seenBy(page(4, 3).nextCursor!)).toBe('FFFFFFFF/FFFFFFFF');
    expect(pages.seenBy(undefined)).toBeUndefined();
    expect(() => pages.decode(pages.encode([id(1)], {}, 'x'), {})).toThrow(refusal('cursor_invalid'));
  });

  it.each<[string, object, ListPages<[string]>]>([
    ['another filter', { status: 'draft' }, pages],
    ['another value', { q: 'oak' }, pages],
    ['no filter', {}, pages],
    ['another list', { q: 'elm' }, new ListPages('stops', byId)],
  ])('does not lead on with %s', (_, filters, list) => {
    const cursor = page(4, 3, { q: 'elm' }).nextCursor!;
    expect(() => list.decode(cursor, filters)).toThrow(refusal('cursor_mismatch'));
  });

  it.each([
    ['no cursor at all', () => 'nonsense'],
    ['keys of another type', (cursor: string) => forged([7], cursor)],
    ['keys that are no ids', (cursor: string) => forged(['x'], cursor)],
    ['a key too few', (cursor: string) => forged([], cursor)],
    ['a key too many', (cursor: string) => forged([id(1), id(2)], cursor)],
    ['another spelling of the same keys', (cursor: string) => `${cursor}=`],
  ])('does not lead on from %s', (_, forge) => {
    const cursor = forge(page(4, 3).nextCursor!);
    expect(() => pages.decode(cursor, {})).toThrow(refusal('cursor_invalid'));
  });
});

describe('the keys that cursors may carry', () => {
  const takes = (type: z.ZodType, value: unknown) => type.safeParse(value).success;

  it('end where the columns end', () => {
    expect(takes(cursorKey.integer, 0)).toBe(true);
    expect(takes(cursorKey.integer, -1)).toBe(false);
    expect(takes(cursorKey.integer, 2 ** 31)).toBe(false);
    expect(takes(cursorKey.sequence, '9'.repeat(18))).toBe(true);
    expect(takes(cursorKey.sequence, '9'.repeat(19))).toBe(false);
    expect(takes(cursorKey.sequence, '1 or true')).toBe(false);
    expect(takes(cursorKey.sequence, 'a1')).toBe(false);
    expect(takes(cursorKey.metres, 0)).toBe(true);
    expect(takes(cursorKey.metres, -0.1)).toBe(false);
    expect(takes(cursorKey.metres, 20_100_001)).toBe(false);
  });
});
