/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whom the recipient can ask.
 */
export type SupportContact = {
    /**
     * Name of the delivery company.
     */
    name: string;
    /**
     * Where to write to; null if not told.
     */
    supportEmail: string | null;
    /**
     * Where to call; null if not told.
     */
    supportPhone: string | null;
    /**
     * Whether it is a sandbox, of which nothing reaches anybody outside.
     */
    testMode: boolean;
};
