import { z } from 'zod';

const id = z.uuid();
const time = z.iso.datetime();
const status = z.strictObject({ status: z.string().describe('The order’s status now.') });

const onRoute = z.strictObject({
  routeId: id.describe('The route.'),
  routeTitle: z.string().describe('What the dispatcher calls the route.'),
  position: z.int().describe('The stop’s place on the route, from 1.'),
  eta: z
    .strictObject({ estimatedAt: time, earliestAt: time, latestAt: time })
    .optional()
    .describe('When it is expected, and the window around it.'),
});
const attempted = z.strictObject({
  routeId: id.nullable().describe('The route of the attempt; null where it had none.'),
  state: z.string().describe('How the attempt ended, as in `delivery.state` of the order.'),
  attemptedAt: time.describe('When it was attempted.'),
  corrected: z.string().optional().describe('The previous attempt’s result, where this one corrects it.'),
  proofHash: z
    .string()
    .optional()
    .describe('The end of the order’s chain of proof. Attempts before there were chains have none.'),
});
const proof = z.strictObject({
  proofId: id.describe('The picture.'),
  kind: z.string().describe('`photo` or `signature`.'),
  proofHash: z.string().describe('The end of the order’s chain of proof.'),
});
const importProgress = z.strictObject({
  importId: id.describe('The import.'),
  status: z.string().describe('The import’s status now.'),
  rowsTotal: z.int().nullable().describe('Rows of the file; null while nobody knows.'),
  rowsProcessed: z.int().describe('Rows read so far.'),
  rowsImported: z.int().describe('Rows that became orders, or parts of orders.'),
  ordersImported: z.int().describe('Orders made or changed.'),
  rowsRejected: z.int().describe('Rows with errors.'),
  rowsSkipped: z.int().describe('Rows that were there already.'),
});
const ofImport = id.optional().describe('The import that did it, where one did.');

const store = z.strictObject({
  provider: z.string().describe('`shopify`.'),
  shop: z.string().describe('The store’s name: its domain at the provider.'),
});
const ofStore = store.extend({
  reason: z.string().optional().describe('Why, in plain words, where there is a reason.'),
});

const storeChanged = store.extend({
  fields: z
    .array(z.string())
    .describe('The fields of the order that the store has otherwise now, by their paths.'),
  nothingLeft: z.boolean().describe('Whether the store has nothing left to send of it.'),
});

const storeFulfilled = store.extend({
  notified: z.boolean().describe('Whether the store told its customer.'),
});

interface FeedEvent<Data extends z.ZodType> {
  /** What happened, in a sentence. */
  description: string;
  data: Data;
  example: z.output<Data>;
}

const event = <Data extends z.ZodType>(
  description: string,
  data: Data,
  example: z.output<Data>,
): FeedEvent<Data> => ({ description, data, example });

const [routeId, importId, proofId] = [
  '0195d0c2-7c1e-7000-8000-3f2a5b6c7d01',
  '0195d0c2-7c1e-7000-8000-3f2a5b6c7d02',
  '0195d0c2-7c1e-7000-8000-3f2a5b6c7d03',
];
const exampleStore = { provider: 'shopify', shop: 'book-nook.myshopify.com' };
const planned = { routeId, routeTitle: 'Monday, north', position: 4 };
const expected = {
  ...planned,
  eta: {
    estimatedAt: '2026-03-02T10:20:00.000Z',
    earliestAt: '2026-03-02T10:05:00.000Z',
    latestAt: '2026-03-02T10:45:00.000Z',
  },
};
const proofHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const attempt = { routeId, attemptedAt: '2026-03-02T10:21:00.000Z', proofHash };
const counts = {
  importId,
  rowsTotal: 120,
  rowsProcessed: 120,
  rowsImported: 118,
  ordersImported: 118,
  rowsRejected: 2,
  rowsSkipped: 0,
};

/** Events in the feed, on streams and in webhooks: every type, what it means, the schema of its `data`, an example. */
export const feedEvents = {
  'client.activated': event(
    'The first person of a client signed up.',
    z.strictObject({
      clientCode: z.string().nullish().describe('The short code by which dispatchers name the client.'),
    }),
    { clientCode: 'CL-7K2M9Q' },
  ),
  'order.created': event(
    'An order was made, by hand, by a program or from a spreadsheet.',
    z.strictObject({
      status: z.string().optional().describe('The order’s status.'),
      source: z.string().optional().describe('Where it came from, as in `source` of the order.'),
      importId: ofImport,
    }),
    { status: 'draft', source: 'manual' },
  ),
  'order.updated': event(
    'What it says was changed; `fields` names what.',
    z.strictObject({
      fields: z.array(z.string()).describe('The fields that were changed.'),
      importId: ofImport,
    }),
    { fields: ['notes', 'recipient.phone'] },
  ),
  'order.submitted': event('Its client handed it over.', status, { status: 'submitted' }),
  'order.withdrawn': event(
    'It was taken back: by its client, or because the store it came from cancelled it.',
    status,
    { status: 'draft' },
  ),
  'order.scheduled': event('It was put on a route.', onRoute, planned),
  'order.unscheduled': event('It was taken off its route.', onRoute, planned),
  'order.out_for_delivery': event('Its route started; `eta` says when it is expected.', onRoute, expected),
  'order.eta_changed': event('It is expected at another time.', onRoute, expected),
  'order.delivered': event('It was delivered.', attempted, { ...attempt, state: 'delivered_to_recipient' }),
  'order.picked_up': event('It was picked up.', attempted, { ...attempt, state: 'picked_up_from_customer' }),
  'order.failed': event('The attempt failed; `state` says why.', attempted, {
    ...attempt,
    state: 'failed_not_home',
  }),
  'order.proof_added': event('A photo or a signature was uploaded.', proof, {
    proofId,
    kind: 'photo',
    proofHash,
  }),
  'order.rescheduled': event(
    'After a failed attempt it waits for another route.',
    z.strictObject({
      routeId: id.nullable().describe('The route it was on.'),
      state: z.string().nullable().describe('How the failed attempt ended.'),
    }),
    { routeId, state: 'failed_not_home' },
  ),
  'order.returned': event(
    'The dispatcher gave it back to its client; `reason` says why.',
    z.strictObject({ reason: z.string().describe('Why, in the dispatcher’s words.') }),
    { reason: 'The address is outside of the area we deliver to.' },
  ),
  'order.deleted': event('It was deleted.', z.strictObject({ importId: ofImport }), {}),
  'order.store_cancelled': event('The store it came from cancelled it.', ofStore, {
    ...exampleStore,
    reason: 'customer',
  }),
  'order.store_changed': event(
    'The store it came from changed it, or has nothing left to send of it, and the order stayed as it is: it was handed over already, or people had changed it too.',
    storeChanged,
    { ...exampleStore, fields: ['address.addressLineOne'], nothingLeft: false },
  ),
  'order.store_fulfilled': event('It was marked as fulfilled in the store it came from.', storeFulfilled, {
    ...exampleStore,
    notified: true,
  }),
  'order.store_fulfillment_failed': event(
    'It could not be marked as fulfilled in the store it came from, or was, and its delivery has been corrected since; `reason` says which, and what to do.',
    ofStore,
    { ...exampleStore, reason: 'The store holds the order back: awaiting payment.' },
  ),
  'order.erased': event(
    'What was personal in it was erased, as privacy law asks; `reason` says who asked for it.',
    ofStore,
    { ...exampleStore, reason: 'The customer asked for it.' },
  ),
  'integration.connected': event('A store was connected.', store, exampleStore),
  'integration.disconnected': event('A store was disconnected; `reason` says how it came about.', ofStore, {
    ...exampleStore,
    reason: 'The app was removed from the store.',
  }),
  'import.progressed': event('A spreadsheet is being read.', importProgress, {
    ...counts,
    status: 'running',
    rowsProcessed: 60,
    rowsImported: 60,
    ordersImported: 60,
    rowsRejected: 0,
  }),
  'import.completed': event('A spreadsheet was read to its end, well or not.', importProgress, {
    ...counts,
    status: 'completed_with_errors',
  }),
};

export type FeedEventType = keyof typeof feedEvents;

export const feedEventTypes = Object.keys(feedEvents) as FeedEventType[];

type Part<Key extends keyof FeedEvent<z.ZodType>> = {
  [Type in FeedEventType]: (typeof feedEvents)[Type][Key];
};

function partOf<Key extends keyof FeedEvent<z.ZodType>>(key: Key): Part<Key> {
  return Object.fromEntries(feedEventTypes.map((type) => [type, feedEvents[type][key]])) as Part<Key>;
}

export const feedEventData = partOf('data');
export const feedEventMeanings = partOf('description');
