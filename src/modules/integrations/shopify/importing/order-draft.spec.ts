import { missingFields } from '../../../../order-fields/missing-fields.js';
import { draftOf } from './order-draft.js';
import { isPickup, whyNotShippable } from './shippable.js';
import type { PartLine, ShopifyAddress, ShopifyOrderData, WholePart } from './shopify-order.js';

const address: ShopifyAddress = {
  name: 'Ada Reader',
  company: 'Book Nook',
  address1: '476 5th Ave',
  address2: 'Floor 2',
  city: 'New York',
  province: 'New York',
  provinceCode: 'NY',
  zip: '10018',
  country: 'United States',
  countryCodeV2: 'US',
  phone: '(212) 555-0142',
  latitude: 40.7532,
  longitude: -73.9822,
};
const line = (more: Partial<PartLine> = {}): PartLine => ({
  productTitle: 'Atlas',
  variantTitle: 'Large',
  sku: 'AT-1',
  requiresShipping: true,
  totalQuantity: 2,
  remainingQuantity: 2,
  ...more,
});
const part = (lines: PartLine[], methodType = 'SHIPPING', status = 'OPEN'): WholePart => ({
  status,
  deliveryMethod: { methodType },
  lineItems: { nodes: lines, pageInfo: { hasNextPage: false } },
});
const order = (more: Partial<ShopifyOrderData> = {}, parts = [part([line()])]): ShopifyOrderData => ({
  id: 'gid://shopify/Order/5001',
  legacyResourceId: '5001',
  name: '#1001',
  number: 1001,
  createdAt: '2026-11-01T10:00:00Z',
  cancelledAt: null,
  displayFulfillmentStatus: 'UNFULFILLED',
  requiresShipping: true,
  currentSubtotalLineItemsQuantity: 2,
  email: 'ada@Example.org',
  phone: null,
  note: null,
  totalWeight: '2450',
  customAttributes: [],
  shippingAddress: address,
  fulfillmentOrders: { nodes: parts, pageInfo: { hasNextPage: false } },
  ...more,
});
const shop = 'book-nook.myshopify.com';

describe('the draft of a store’s order', () => {
  it('has its address, recipient and products', () => {
    expect(draftOf(order(), shop)).toEqual({
      isRedacted: false,
      warnings: [],
      content: {
        externalId: '#1001',
        address: {
          addressName: 'Book Nook',
          addressLineOne: '476 5th Ave',
          addressLineTwo: 'Floor 2',
          city: 'New York',
          state: 'NY',
          zip: '10018',
          country: 'US',
          latitude: 40.7532,
          longitude: -73.9822,
        },
        recipient: { name: 'Ada Reader', email: 'ada@example.org', phone: '(212) 555-0142' },
        activity: 'delivery',
        size: '2.5 kg',
        packageCount: 1,
        products: ['2 × Atlas – Large (AT-1)'],
        notes: null,
        requestedDate: null,
        timing: null,
        metadata: { shopifyShop: shop, shopifyOrderId: '5001', shopifyOrderName: '#1001' },
      },
    });
  });

  it('holds only what is left and is brought, the same product of two places once', () => {
    const parts = [
      part([line({ remainingQuantity: 1 }), line({ productTitle: 'Map', remainingQuantity: 0 })]),
      part([line({ remainingQuantity: 2 })], 'LOCAL'),
      part([line({ productTitle: 'Globe', variantTitle: 'Default Title', sku: null })], 'PICK_UP'),
      part([line({ productTitle: 'Gift card', requiresShipping: false })], 'NONE'),
      part([line({ productTitle: 'Sent' })], 'SHIPPING', 'CLOSED'),
    ];
    const { content } = draftOf(order({}, parts), shop);
    expect(content.products).toEqual(['3 × Atlas – Large (AT-1)']);
    // Nobody knows what is left of the weight.
    expect(content.size).toBeNull();
  });

  it('reads the details of the cart, and guesses no day', () => {
    const customAttributes = [
      { key: 'Delivery-Date', value: '2026-12-24' },
      { key: 'Gift message', value: 'Happy\nbirthday' },
      { key: 'Number of packages', value: '3' },
      { key: '_internal', value: 'x' },
      { key: 'Empty', value: null },
    ];
    const read = draftOf(order({ note: 'Ring twice', customAttributes }), shop);
    expect(read.content).toMatchObject({
      requestedDate: '2026-12-24',
      packageCount: 3,
      notes: 'Ring twice\nGift message: Happy birthday',
    });
    expect(read.warnings).toEqual([]);

    const unsure = draftOf(
      order({ customAttributes: [{ key: 'delivery_date', value: '03/04/2026' }] }),
      shop,
    );
    expect(unsure.content).toMatchObject({
      requestedDate: null,
      notes: 'delivery_date: 03/04/2026 (which day is meant could not be told)',
    });
    expect(unsure.warnings).toEqual([
      'delivery_date “03/04/2026” can be 2026-04-03 or 2026-03-04; it stands in the notes. Fill in the requested date.',
    ]);
    const none = draftOf(order({ customAttributes: [{ key: 'Lieferdatum', value: 'soon' }] }), shop);
    expect(none.warnings[0]).toContain('is not a day that can be read');
  });

  it('cuts what is too long and leaves out what no order may hold, and says so', () => {
    const { content, warnings } = draftOf(
      order({
        email: 'not an address',
        note: '🗼'.repeat(2_001),
        shippingAddress: { ...address, address1: `1 ${'x'.repeat(300)}`, latitude: 99 },
      }),
      shop,
    );
    expect(content.address.addressLineOne).toHaveLength(200);
    expect(Array.from(content.notes!)).toHaveLength(2_000);
    expect(content.recipient.email).toBeNull();
    expect(content.address).toMatchObject({ latitude: null, longitude: null });
    expect(warnings).toEqual([
      'Address Line 1 was cut to 200 characters.',
      'Notes was cut to 2000 characters.',
      expect.stringMatching(/ It was left out\.$/),
    ]);
  });

  it('names a hundred products at most', () => {
    const lines = Array.from({ length: 120 }, (_, n) => line({ productTitle: `Book ${n}` }));
    const { content, warnings } = draftOf(order({}, [part(lines)]), shop);
    expect([content.products.length, content.products.at(-1)]).toEqual([100, 'and 21 more']);
    expect(warnings).toEqual(['An order holds 100 products at most: only the first are named.']);
  });

  it('waits for its address where Shopify keeps it back', () => {
    const nothing = {
      ...address,
      name: null,
      address1: null,
      address2: null,
      phone: null,
      latitude: null,
      longitude: null,
    };
    const { content, isRedacted } = draftOf(order({ email: null, shippingAddress: nothing }), shop);
    expect(isRedacted).toBe(true);
    expect(content.address).toMatchObject({ city: 'New York', addressLineOne: null, latitude: null });
    expect(missingFields(content, ['recipient.phone'])).toEqual([
      'address.addressLineOne',
      'recipient.phone',
    ]);
    expect(draftOf(order({ email: null, shippingAddress: null }), shop).isRedacted).toBe(true);
    expect(draftOf(order({ shippingAddress: null }), shop).isRedacted).toBe(false);
  });
});

describe('whether an order can be delivered', () => {
  const scopes = ['write_merchant_managed_fulfillment_orders'];
  const of = (methodType: string, status = 'OPEN') => part([line()], methodType, status);
  it.each<[string, ShopifyOrderData, string | null, boolean]>([
    ['a plain one', order(), null, false],
    ['one on hold', order({}, [of('SHIPPING', 'ON_HOLD')]), null, false],
    ['a cancelled one', order({ cancelledAt: '2026-11-02T10:00:00Z' }), 'cancelled', false],
    [
      'one sent already',
      order({ displayFulfillmentStatus: 'FULFILLED' }, [of('SHIPPING', 'CLOSED')]),
      'fulfilled',
      false,
    ],
    ['one that is fetched', order({}, [of('PICK_UP')]), 'pickup', true],
    [
      'one bought in the shop',
      order({ displayFulfillmentStatus: 'FULFILLED' }, [of('RETAIL', 'CLOSED')]),
      'fulfilled',
      true,
    ],
    ['one of which a part is fetched', order({}, [of('PICK_UP'), of('SHIPPING')]), null, false],
    ['one with the rest to be fetched', order({}, [of('PICK_UP'), of('SHIPPING', 'CLOSED')]), 'pickup', true],
    ['one for a pickup point', order({}, [of('PICKUP_POINT')]), 'pickup_point', false],
    ['a digital one', order({ requiresShipping: false }, [of('NONE')]), 'digital', false],
    ['one sent by another', order({}, []), 'sent_elsewhere', false],
  ])('%s', (_, one, reason, pickup) => {
    expect([whyNotShippable(one, scopes), isPickup(one)]).toEqual([reason, pickup]);
  });

  it('is not known without the scope', () => {
    expect(whyNotShippable(order({}, []), ['read_orders'])).toBe('scope_missing');
  });
});
