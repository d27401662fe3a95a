import { end, type Fault } from './fault.js';

/** Lists that go wrong. */
export const lists: Fault[] = [
  {
    fault: 'a cursor that comes again, by way of another',
    meet: async ({ api, waybill }) => {
      const next: Record<string, string> = { a: 'b', b: 'a' };
      api.answerWith(({ url }) => {
        const cursor = new URL(url, 'http://stub').searchParams.get('cursor');
        if (api.seen.length > 50) return { status: 400, body: {} };
        return { body: { items: [{ id: 'd' }], nextCursor: next[cursor ?? ''] ?? 'a' } };
      });
      let items = 0;
      const seen = await end(async () => {
        for await (const { id } of waybill.depots.list()) items += id.length;
      });
      return `${items} items, then ${seen}`;
    },
    sees: /^3 items, then UnexpectedAnswerError cursor_repeated: The cursor “a” came a second time/,
  },
];
