import { type Address, type DeliveryMethodType, type Order } from './order-types.ts';
import { type Store } from './store.ts';

export interface LineWish {
  title: string;
  variantTitle?: string | null;
  sku?: string | null;
  quantity?: number;
  grams?: number;
  price?: string;
  requiresShipping?: boolean;
  isGiftCard?: boolean;
  /** Which of the store's locations sends it: 0, 1, or 2, the parcel partner. */
  location?: number;
}

export interface OrderWishes {
  name?: string;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[];
  /** Additional details of the cart, such as a delivery date. */
  attributes?: { key: string; value: string | null }[];
  financialStatus?: string;
  /** ISO date and time; or count days back by `daysAgo`. */
  createdAt?: string;
  daysAgo?: number;
  /** Changes of the sample address; null for none at all. */
  address?: Partial<Address> | null;
  shippingTitle?: string;
  lines?: LineWish[];
}

/** What a kind of order is made of, before anything that was wished for. */
export interface Sketch extends Pick<OrderWishes, 'note' | 'attributes' | 'daysAgo' | 'shippingTitle'> {
  lines: LineWish[];
  hasNoAddress?: boolean;
  methodType?: DeliveryMethodType;
  /** Brings the order into its state, once it has its lines. */
  finish?: (store: Store, order: Order) => void;
}
