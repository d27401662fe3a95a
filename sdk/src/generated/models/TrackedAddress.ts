/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where the stop is, as far as the recipient needs it.
 */
export type TrackedAddress = {
    /**
     * Street and house number. Null where there is none.
     */
    addressLineOne: string | null;
    /**
     * City or town. Null where there is none.
     */
    city: string | null;
    /**
     * Postal code, as text: `02115` keeps its zero. Null where there is none.
     */
    zip: string | null;
};
