import { Bucket } from './bucket.ts';
import { Faults } from './faults.ts';
import { Grants } from './grants.ts';
import { type Ids } from './ids.ts';
import { type Fulfillment, type FulfillmentOrder, type Location, type Order } from './order-types.ts';
import { defaultSettings, type StoreSettings } from './store-settings.ts';

export interface WebhookSubscription {
  id: number;
  topic: string;
  uri: string;
  filter: string | null;
  includeFields: string[];
  createdAt: string;
  updatedAt: string;
}

/** One store with all that it holds; everything is in memory. */
export class Store {
  readonly shop: string;
  readonly ids: Ids;
  readonly id: number;
  readonly createdAt = new Date().toISOString();
  readonly settings: StoreSettings;
  readonly bucket: Bucket;
  readonly grants = new Grants();
  readonly faults = new Faults();
  readonly locations: Location[];
  /** By number, which is also the order of their making. */
  readonly orders = new Map<number, Order>();
  readonly fulfillmentOrders = new Map<number, FulfillmentOrder>();
  readonly fulfillments = new Map<number, Fulfillment>();
  readonly subscriptions = new Map<number, WebhookSubscription>();
  /** The number of the next order's name. */
  nextOrderNumber = 1001;

  constructor(shop: string, ids: Ids) {
    this.shop = shop;
    this.ids = ids;
    this.id = ids.next();
    this.settings = defaultSettings(shop);
    this.bucket = new Bucket(() => this.settings.bucket);
    this.locations = [
      warehouse(ids.next(), 'Main warehouse', '350 5th Ave', '10118', 40.7484, -73.9857),
      warehouse(ids.next(), 'Brooklyn shop', '141 Flatbush Ave', '11217', 40.6844, -73.9776),
      warehouse(ids.next(), 'Parcel partner', '90 Broad St', '10004', 40.7043, -74.0117, true),
    ];
  }

  keep(order: Order): void {
    this.orders.set(order.id, order);
    for (const one of order.fulfillmentOrders) this.fulfillmentOrders.set(one.id, one);
    for (const one of order.fulfillments) this.fulfillments.set(one.id, one);
  }

  /** By number or by name, with or without its `#`. */
  findOrder(key: string): Order | undefined {
    const byId = /^\d{9,}$/.test(key) ? this.orders.get(Number(key)) : undefined;
    if (byId) return byId;
    const name = key.startsWith('#') ? key : `#${key}`;
    return [...this.orders.values()].find((order) => order.name === name || order.name === key);
  }
}

function warehouse(
  id: number,
  name: string,
  address1: string,
  zip: string,
  latitude: number,
  longitude: number,
  isFulfillmentService = false,
): Location {
  const city = zip.startsWith('112') ? 'Brooklyn' : 'New York';
  return {
    id,
    name,
    isFulfillmentService,
    address: {
      address1,
      address2: null,
      city,
      province: 'New York',
      provinceCode: 'NY',
      zip,
      country: 'United States',
      countryCode: 'US',
      phone: '+12125550100',
      latitude,
      longitude,
    },
  };
}
