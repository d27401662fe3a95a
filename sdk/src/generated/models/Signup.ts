/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new organization and its owner.
 */
export type Signup = {
    /**
     * Name of the delivery company, up to 200 characters.
     */
    organizationName: string;
    /**
     * Your name, up to 200 characters.
     */
    name: string;
    /**
     * Your e-mail address, with which you sign in.
     */
    email: string;
    /**
     * The new password: 15 to 128 characters, not easy to guess. A few words together are a good one.
     */
    password: string;
    /**
     * ISO 3166-1 code of your country. Left out: guessed from your time zone or your browser’s language.
     */
    countryCode?: string | undefined;
    /**
     * IANA time zone of your main depot. Left out: guessed from your country, else UTC.
     */
    timezone?: string | undefined;
};
