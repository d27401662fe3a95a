/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What to get new tokens for.
 */
export type Refresh = {
    /**
     * The last refresh token you got.
     */
    refreshToken: string;
    /**
     * Id of another of your memberships, to change to its team; tokens for the one before end.
     */
    membershipId?: string | undefined;
};
