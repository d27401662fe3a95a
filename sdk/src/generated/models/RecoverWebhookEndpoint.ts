/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * From when on to send again what failed.
 */
export type RecoverWebhookEndpoint = {
    /**
     * Deliveries made from then on are sent again.
     */
    since: string;
};
