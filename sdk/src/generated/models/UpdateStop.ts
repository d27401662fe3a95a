/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateStop = {
    /**
     * Where the stop is: addressLineOne, or latitude and longitude, at least
     */
    address?: {
        /**
         * Unit, flat or building name
         */
        addressName?: string | null;
        /**
         * Street and house number
         */
        addressLineOne?: string | null;
        /**
         * What the street line has no room for
         */
        addressLineTwo?: string | null;
        /**
         * City or town
         */
        city?: string | null;
        /**
         * State, province or region
         */
        state?: string | null;
        /**
         * Postal code, as text: `02115` keeps its zero
         */
        zip?: string | null;
        /**
         * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed
         */
        country?: string | null;
        /**
         * WGS-84 degrees; together with longitude or not at all
         */
        latitude?: number | null;
        /**
         * WGS-84 degrees; together with latitude or not at all
         */
        longitude?: number | null;
    };
    /**
     * Who receives or hands over
     */
    recipient?: {
        /**
         * Who receives or hands over
         */
        name?: string | null;
        /**
         * E-mail address of the recipient
         */
        email?: string | null;
        /**
         * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed
         */
        phone?: string | null;
    } | null;
    /**
     * When the stop may be visited, and how long it takes
     */
    timing?: {
        /**
         * Not before this time, HH:MM local to the depot
         */
        earliestTime?: string | null;
        /**
         * Not after this time, HH:MM local to the depot; not before earliestTime
         */
        latestTime?: string | null;
        /**
         * Seconds spent at the stop
         */
        serviceSeconds?: number | null;
    } | null;
    /**
     * What the driver should know
     */
    notes?: string | null;
    /**
     * Size of the packages, in your own words
     */
    size?: string | null;
    /**
     * What happens at the stop; delivery unless told
     */
    activity?: 'delivery' | 'pickup' | null;
    /**
     * Your own id of the order; unique among your orders
     */
    externalId?: string | null;
    /**
     * How many packages; 1 unless told
     */
    packageCount?: number | null;
    /**
     * Names of what is delivered
     */
    products?: Array<string> | null;
    /**
     * The day on which the client wants it done
     */
    requestedDate?: string | null;
    /**
     * The Client ID; the stop shows in that client’s portal.
     */
    clientCode?: string | null;
    /**
     * Instead of `clientCode`.
     */
    clientId?: string | null;
    /**
     * For the organization only.
     */
    internalNotes?: string | null;
    depotId?: string;
};
