/** Who may fill a field by spreadsheet: everyone, or the delivery company's dispatchers only. */
export type FieldAudience = 'all' | 'dispatcher';

/** What the catalogue tells people and programs about one order field. */
export interface FieldInfo {
  readonly label: string;
  /** The column's name in our own template. */
  readonly header: string;
  readonly type: 'string' | 'integer' | 'number' | 'array';
  /** How the value is written in a spreadsheet cell, in words; null for free text. */
  readonly format: string | null;
  /** A cell text that imports as it stands. */
  readonly example: string;
  /** Needed in every order. For `address.addressLineOne`, latitude and longitude together do as well. */
  readonly mandatory: boolean;
  readonly audience: FieldAudience;
  /** Whether a dispatcher may make it required for a client. */
  readonly requirable: boolean;
}

type Told = Pick<FieldInfo, 'header' | 'example'> & Partial<FieldInfo>;

const everyone = (told: Told): FieldInfo => ({
  label: told.header,
  type: 'string',
  format: null,
  mandatory: false,
  audience: 'all',
  requirable: true,
  ...told,
});

const dispatchers = (told: Told): FieldInfo =>
  everyone({ ...told, audience: 'dispatcher', requirable: false });

/** Every order column, in the order of the template. The key is the field's path in the order. */
export const FIELD_INFO = {
  'address.addressName': everyone({ header: 'Unit/Flat/Unit Name', example: 'Schwarzman Building' }),
  'address.addressLineOne': everyone({ header: 'Address Line 1', example: '476 5th Ave', mandatory: true }),
  'address.addressLineTwo': everyone({ header: 'Address Line 2', example: 'Floor 2' }),
  'address.city': everyone({ header: 'City', example: 'New York' }),
  'address.state': everyone({ header: 'State', example: 'NY' }),
  'address.zip': everyone({ header: 'Zip', example: '10018' }),
  'address.country': everyone({
    header: 'Country',
    format: 'A country name or ISO 3166-1 code; kept as the two-letter code',
    example: 'US',
  }),
  notes: everyone({ header: 'Notes', example: 'Deliver to the loading dock' }),
  size: everyone({ header: 'Size', example: 'M' }),
  'recipient.name': everyone({ header: 'Recipient Name', example: 'Ada Reader' }),
  activity: everyone({
    header: 'Type of stop',
    format: 'delivery or pickup',
    example: 'delivery',
  }),
  'recipient.email': everyone({
    header: 'Recipient Email Address',
    format: 'An e-mail address',
    example: 'ada@example.org',
  }),
  'recipient.phone': everyone({
    header: 'Recipient Phone Number',
    format: 'A phone number, with +country code or as dialled in the country of the address; kept as E.164',
    example: '+12125550142',
  }),
  externalId: everyone({ header: 'Id', label: 'Your order id', example: 'EXAMPLE-1' }),
  packageCount: everyone({
    header: 'Package Count',
    type: 'integer',
    format: 'A whole number from 1 to 10000',
    example: '1',
  }),
  products: everyone({
    header: 'Products',
    type: 'array',
    format: 'Names separated by |, ; or a line break',
    example: 'Maps|Atlases',
  }),
  'address.latitude': everyone({
    header: 'Latitude',
    type: 'number',
    format: 'Degrees from -90 to 90',
    example: '40.7532',
  }),
  'address.longitude': everyone({
    header: 'Longitude',
    type: 'number',
    format: 'Degrees from -180 to 180',
    example: '-73.9822',
  }),
  clientCode: dispatchers({
    header: 'Client ID',
    format: "The client's code, as shown in its portal",
    example: 'CL-7K2M9Q',
  }),
  'timing.earliestTime': dispatchers({
    header: 'Earliest Time',
    format: 'HH:MM, local to the depot',
    example: '09:00',
  }),
  'timing.latestTime': dispatchers({
    header: 'Latest Time',
    format: 'HH:MM, local to the depot',
    example: '17:00',
  }),
  'timing.serviceSeconds': dispatchers({
    header: 'Time at stop',
    type: 'integer',
    format: 'Minutes (5), or with a unit (90s, 5 min, 1h 30min), or HH:MM:SS',
    example: '5',
  }),
} satisfies Record<string, FieldInfo>;

/** A field's path in the order, e.g. `address.zip`. */
export type FieldName = keyof typeof FIELD_INFO;
