/** What a store keeps of an order; names follow Shopify's. */
export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  provinceCode: string | null;
  zip: string | null;
  country: string | null;
  countryCode: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface Customer {
  id: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
}

export interface LineItem {
  id: number;
  variantId: number;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  quantity: number;
  fulfilledQuantity: number;
  grams: number;
  price: string;
  requiresShipping: boolean;
  isGiftCard: boolean;
}

export interface Location {
  id: number;
  name: string;
  isFulfillmentService: boolean;
  address: Pick<
    Address,
    'address1' | 'address2' | 'city' | 'province' | 'provinceCode' | 'zip' | 'country'
  > & {
    countryCode: string;
    phone: string | null;
    latitude: number;
    longitude: number;
  };
}

export type FulfillmentOrderStatus =
  'OPEN' | 'IN_PROGRESS' | 'ON_HOLD' | 'SCHEDULED' | 'CLOSED' | 'CANCELLED' | 'INCOMPLETE';

export type DeliveryMethodType = 'SHIPPING' | 'LOCAL' | 'PICK_UP' | 'PICKUP_POINT' | 'RETAIL' | 'NONE';

export interface DeliveryMethod {
  id: number;
  methodType: DeliveryMethodType;
  presentedName: string | null;
  serviceCode: string | null;
  minDeliveryDateTime: string | null;
  maxDeliveryDateTime: string | null;
  instructions: string | null;
  phone: string | null;
}

export interface FulfillmentHold {
  id: number;
  reason: string;
  reasonNotes: string | null;
  displayReason: string;
}

export interface FulfillmentOrderLine {
  id: number;
  lineItem: LineItem;
  totalQuantity: number;
  remainingQuantity: number;
}

export interface FulfillmentOrder {
  id: number;
  order: Order;
  status: FulfillmentOrderStatus;
  location: Location;
  deliveryMethod: DeliveryMethod;
  holds: FulfillmentHold[];
  lines: FulfillmentOrderLine[];
  fulfillAt: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface FulfillmentEvent {
  id: number;
  status: string;
  message: string | null;
  happenedAt: string;
  createdAt: string;
  estimatedDeliveryAt: string | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface TrackingInfo {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface Fulfillment {
  id: number;
  name: string;
  order: Order;
  location: Location;
  createdAt: string;
  updatedAt: string;
  trackingInfo: TrackingInfo[];
  notifyCustomer: boolean;
  lines: { id: number; lineItem: LineItem; quantity: number }[];
  fulfillmentOrders: FulfillmentOrder[];
  events: FulfillmentEvent[];
}

export interface Order {
  id: number;
  name: string;
  number: number;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  closedAt: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  tags: string[];
  customAttributes: { key: string; value: string | null }[];
  financialStatus: string;
  customer: Customer | null;
  shippingAddress: Address | null;
  shippingTitle: string | null;
  lineItems: LineItem[];
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
}
