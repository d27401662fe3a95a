/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CreateStop = {
    /**
     * Where the stop is: addressLineOne, or latitude and longitude, at least
     */
    address: {
        /**
         * Unit, flat or building name
         */
        addressName?: string | null | undefined;
        /**
         * Street and house number
         */
        addressLineOne?: string | null | undefined;
        /**
         * What the street line has no room for
         */
        addressLineTwo?: string | null | undefined;
        /**
         * City or town
         */
        city?: string | null | undefined;
        /**
         * State, province or region
         */
        state?: string | null | undefined;
        /**
         * Postal code, as text: `02115` keeps its zero
         */
        zip?: string | null | undefined;
        /**
         * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed
         */
        country?: string | null | undefined;
        /**
         * WGS-84 degrees; together with longitude or not at all
         */
        latitude?: number | null | undefined;
        /**
         * WGS-84 degrees; together with latitude or not at all
         */
        longitude?: number | null | undefined;
    };
    /**
     * Who receives or hands over
     */
    recipient?: {
        /**
         * Who receives or hands over
         */
        name?: string | null | undefined;
        /**
         * E-mail address of the recipient
         */
        email?: string | null | undefined;
        /**
         * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed
         */
        phone?: string | null | undefined;
    } | null | undefined;
    /**
     * When the stop may be visited, and how long it takes
     */
    timing?: {
        /**
         * Not before this time, HH:MM local to the depot
         */
        earliestTime?: string | null | undefined;
        /**
         * Not after this time, HH:MM local to the depot; not before earliestTime
         */
        latestTime?: string | null | undefined;
        /**
         * Seconds spent at the stop
         */
        serviceSeconds?: number | null | undefined;
    } | null | undefined;
    /**
     * What the driver should know
     */
    notes?: string | null | undefined;
    /**
     * Size of the packages, in your own words
     */
    size?: string | null | undefined;
    /**
     * What happens at the stop; delivery unless told
     */
    activity?: 'delivery' | 'pickup' | null | undefined;
    /**
     * Your own id of the order; unique among your orders
     */
    externalId?: string | null | undefined;
    /**
     * How many packages; 1 unless told
     */
    packageCount?: number | null | undefined;
    /**
     * Names of what is delivered
     */
    products?: Array<string> | null | undefined;
    /**
     * The day on which the client wants it done
     */
    requestedDate?: string | null | undefined;
    /**
     * The Client ID; the stop shows in that client’s portal.
     */
    clientCode?: string | null | undefined;
    /**
     * Instead of `clientCode`.
     */
    clientId?: string | null | undefined;
    /**
     * For the organization only.
     */
    internalNotes?: string | null | undefined;
    /**
     * Default: the client’s default depot, else the main one.
     */
    depotId?: string | undefined;
};
