/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What this move of the clock made due.
 */
export type BecameDue = {
    /**
     * Open invitations that expired.
     */
    invitations: number;
    /**
     * Next attempts of webhook deliveries, which are made now.
     */
    webhookAttempts: number;
    /**
     * Stops out for delivery whose ETA has passed.
     */
    etas: number;
    /**
     * Other work behind the scenes, which is done now.
     */
    jobs: number;
};
