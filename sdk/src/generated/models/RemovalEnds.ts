/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What ends when a member is removed.
 */
export type RemovalEnds = {
    /**
     * How many open invitations to the team, and an organization’s to its clients, they or their API keys made.
     */
    invitations: number;
    /**
     * How many working API keys they made: replace those in use first.
     */
    apiKeys: number;
};
