/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumn } from './ImportColumn.js';
import type { ImportError } from './ImportError.js';
export type ImportPreview = {
    fileName: string;
    headerRow: number;
    sheet: string | null;
    otherSheets: Array<string>;
    mapping: Array<ImportColumn>;
    unmappedHeaders: Array<string>;
    /**
     * Why the file cannot be imported with this mapping, if so.
     */
    problem: {
        code: string;
        detail: string;
    } | null;
    /**
     * How many of the first rows were checked, 1000 at most.
     */
    rowsRead: number;
    rowsRejected: number;
    hasMoreRows: boolean;
    /**
     * The first rows as they would be imported; `order` is null where a row has errors.
     */
    rows: Array<{
        row: number;
        order: {
            address: {
                /**
                 * Unit, flat or building name
                 */
                addressName: string | null;
                /**
                 * Street and house number
                 */
                addressLineOne: string | null;
                /**
                 * What the street line has no room for
                 */
                addressLineTwo: string | null;
                /**
                 * City or town
                 */
                city: string | null;
                /**
                 * State, province or region
                 */
                state: string | null;
                /**
                 * Postal code, as text: `02115` keeps its zero
                 */
                zip: string | null;
                /**
                 * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed
                 */
                country: string | null;
                /**
                 * WGS-84 degrees; together with longitude or not at all
                 */
                latitude: number | null;
                /**
                 * WGS-84 degrees; together with latitude or not at all
                 */
                longitude: number | null;
            };
            recipient: {
                /**
                 * Who receives or hands over
                 */
                name: string | null;
                /**
                 * E-mail address of the recipient
                 */
                email: string | null;
                /**
                 * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed
                 */
                phone: string | null;
            };
            /**
             * Local to the depot.
             */
            timing: {
                /**
                 * Not before this time, HH:MM local to the depot
                 */
                earliestTime: string | null;
                /**
                 * Not after this time, HH:MM local to the depot; not before earliestTime
                 */
                latestTime: string | null;
                /**
                 * Seconds spent at the stop
                 */
                serviceSeconds: number | null;
            } | null;
            /**
             * What the driver should know
             */
            notes: string | null;
            /**
             * Size of the packages, in your own words
             */
            size: string | null;
            /**
             * What happens at the stop; delivery unless told
             */
            activity: 'delivery' | 'pickup';
            /**
             * Your own id of the order; unique among your orders
             */
            externalId: string | null;
            /**
             * How many packages; 1 unless told
             */
            packageCount: number;
            /**
             * Names of what is delivered
             */
            products: Array<string>;
            /**
             * The day on which the client wants it done
             */
            requestedDate: string | null;
        } | null;
        clientCode: string | null;
    }>;
    /**
     * Errors and warnings of the rows read, 200 at most.
     */
    errors: Array<ImportError>;
};
