import { ourFulfillment, planOf, trackedFulfillments } from './fulfillment-plan.js';
import type { StoreFulfillment, StorePart } from './store-documents.js';

const main = { name: 'Main street', address1: '1 Main St', city: 'New York', zip: '10001' };

const part = (id: string, more: Partial<StorePart> = {}): StorePart => ({
  id,
  status: 'OPEN',
  fulfillAt: null,
  supportedActions: [{ action: 'CREATE_FULFILLMENT' }],
  fulfillmentHolds: [],
  assignedLocation: main,
  deliveryMethod: { methodType: 'LOCAL' },
  fulfillments: { nodes: [] },
  ...more,
});

const made = (id: string, more: Partial<StoreFulfillment> = {}): StoreFulfillment => ({
  id,
  status: 'SUCCESS',
  displayStatus: 'FULFILLED',
  createdAt: '2026-03-02T09:00:00Z',
  trackingInfo: [],
  ...more,
});

const idsOf = (parts: readonly StorePart[]) => parts.map(({ id }) => id);

describe('the plan of fulfilments', () => {
  it('takes together what one location sends in one way, and nothing else', () => {
    const { groups } = planOf([
      part('a'),
      part('b', { assignedLocation: { ...main, name: 'Brooklyn' } }),
      part('c', { status: 'IN_PROGRESS' }),
      part('d', { deliveryMethod: { methodType: 'SHIPPING' } }),
      part('e', { deliveryMethod: null }),
    ]);
    expect(groups.map(idsOf)).toEqual([['a', 'c'], ['b'], ['d', 'e']]);
  });

  it('tells apart what is not ours, done, held, planned for later, and closed to us', () => {
    const plan = planOf([
      part('pickup', { deliveryMethod: { methodType: 'PICK_UP' } }),
      part('closed', { status: 'CLOSED' }),
      part('held', {
        status: 'ON_HOLD',
        fulfillmentHolds: [
          { reason: 'AWAITING_PAYMENT', displayReason: 'Payment', reasonNotes: null },
          { reason: 'OTHER', displayReason: 'Other', reasonNotes: 'Ask Ada' },
        ],
      }),
      part('later', { status: 'SCHEDULED', fulfillAt: '2026-04-01T00:00:00Z' }),
      part('service', { supportedActions: [{ action: 'EXTERNAL' }] }),
    ]);
    expect(plan.groups).toEqual([]);
    expect(plan.others.map(({ part: { id } }) => id)).toEqual(['pickup']);
    expect(idsOf(plan.done)).toEqual(['closed']);
    expect(plan.blocked.map(({ reason }) => reason)).toEqual([
      'The store holds it back (Main street): awaiting payment; Other (Ask Ada).',
      'The store has planned it for 2026-04-01 (Main street).',
      'The store lets nobody but its fulfilment service mark it (Main street).',
    ]);
  });

  it('knows our fulfilment by its tracking number, unless it was cancelled', () => {
    const ours = made('ours', { trackingInfo: [{ number: ' G7K2M-9QX4T' }] });
    const holding = (one: StoreFulfillment) => part('a', { fulfillments: { nodes: [made('other'), one] } });
    expect(ourFulfillment(holding(ours), 'G7K2M-9QX4T')).toBe(ours);
    expect(ourFulfillment(holding(ours), 'G7K2M-9QX4U')).toBeUndefined();
    expect(ourFulfillment(holding({ ...ours, status: 'CANCELLED' }), 'G7K2M-9QX4T')).toBeUndefined();
  });

  it('lets news go to our fulfilments and to those made by hand since, and to no other carrier’s', () => {
    const nodes = [
      made('ours', { trackingInfo: [{ number: 'G7K2M-9QX4T' }] }),
      made('by hand'),
      made('before', { createdAt: '2026-03-01T09:00:00Z' }),
      made('carried', { trackingInfo: [{ number: '1Z999' }] }),
      made('arrived', { displayStatus: 'DELIVERED' }),
      made('known', { displayStatus: 'DELIVERED' }),
    ];
    const delivery = { trackingNumber: 'G7K2M-9QX4T', since: new Date('2026-03-02T08:00:00Z') };
    const parts = [
      part('a', { fulfillments: { nodes } }),
      part('b', { fulfillments: { nodes: [nodes[0]!] } }),
    ];
    expect(trackedFulfillments(parts, delivery, new Set(['known'])).map(({ id }) => id)).toEqual([
      'ours',
      'by hand',
      'known',
    ]);
  });
});
