/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A field that can be required:
 *
 * - `address.addressName`: Unit, flat or building name.
 * - `address.addressLineOne`: Street and house number.
 * - `address.addressLineTwo`: What the street line has no room for.
 * - `address.city`: City or town.
 * - `address.state`: State, province or region.
 * - `address.zip`: Postal code, as text: `02115` keeps its zero.
 * - `address.country`: Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed.
 * - `notes`: What the driver should know.
 * - `size`: Size of the packages, in the client’s own words.
 * - `recipient.name`: Who receives or hands over.
 * - `activity`: What happens at the stop.
 * - `recipient.email`: E-mail address of the recipient.
 * - `recipient.phone`: Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed.
 * - `externalId`: The client’s own id of the order; unique among its orders.
 * - `packageCount`: How many packages.
 * - `products`: Names of what is in the packages.
 * - `address.latitude`: Latitude in WGS-84 degrees; together with longitude or not at all.
 * - `address.longitude`: Longitude in WGS-84 degrees; together with latitude or not at all.
 * - `requestedDate`: The day on which the client wants it done, as YYYY-MM-DD.
 */
export type RequirableField = 'address.addressName' | 'address.addressLineOne' | 'address.addressLineTwo' | 'address.city' | 'address.state' | 'address.zip' | 'address.country' | 'notes' | 'size' | 'recipient.name' | 'activity' | 'recipient.email' | 'recipient.phone' | 'externalId' | 'packageCount' | 'products' | 'address.latitude' | 'address.longitude' | 'requestedDate';
