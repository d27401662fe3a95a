import { type Activity } from './parsers/activity.js';

/** Where the stop is. `country` is an ISO alpha-2 code where recognised; coordinates are WGS-84 degrees. */
export interface Address {
  addressName: string | null;
  addressLineOne: string | null;
  addressLineTwo: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Who receives or hands over. `phone` is E.164 where it could be read. */
export interface Recipient {
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** When the stop may be visited (`HH:MM`, local to the depot), and how many seconds it takes. */
export interface Timing {
  earliestTime: string | null;
  latestTime: string | null;
  serviceSeconds: number | null;
}

/** What people tell about an order, checked and normalised; every key is present. */
export interface OrderContent {
  address: Address;
  recipient: Recipient;
  activity: Activity;
  size: string | null;
  packageCount: number;
  products: string[];
  notes: string | null;
  timing: Timing | null;
  externalId: string | null;
}

/** An order of which parts may be absent: a draft, a stored order, a request body. */
export type PartialOrder = {
  [Key in keyof OrderContent]?:
    | (OrderContent[Key] extends object | null
        ? OrderContent[Key] extends readonly unknown[]
          ? OrderContent[Key]
          : Partial<OrderContent[Key]>
        : OrderContent[Key])
    | null;
} & { clientCode?: string | null };

/** An order without anything in it: one delivery of one package. */
export function blankOrder(): OrderContent {
  return {
    address: {
      addressName: null,
      addressLineOne: null,
      addressLineTwo: null,
      city: null,
      state: null,
      zip: null,
      country: null,
      latitude: null,
      longitude: null,
    },
    recipient: { name: null, email: null, phone: null },
    activity: 'delivery',
    size: null,
    packageCount: 1,
    products: [],
    notes: null,
    timing: null,
    externalId: null,
  };
}
