/** The longest text of each field, in Unicode code points after tidying. */
export const MAX_LENGTH = {
  addressLine: 200,
  name: 200,
  city: 100,
  state: 100,
  zip: 20,
  country: 100,
  email: 254,
  phone: 50,
  size: 50,
  notes: 2000,
  externalId: 100,
  product: 200,
  clientCode: 20,
} as const;

export const MAX_PRODUCTS = 100;
export const PACKAGE_COUNT = { min: 1, max: 10_000 } as const;
export const LATITUDE = { min: -90, max: 90 } as const;
export const LONGITUDE = { min: -180, max: 180 } as const;
/** Seconds at one stop: up to a day. */
export const SERVICE_SECONDS = { min: 0, max: 86_400 } as const;

/** Numbers from `min` to `max`, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}
