/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Refresh = {
    refreshToken: string;
    /**
     * Changes to another of your teams; tokens for the one before end.
     */
    membershipId?: string | undefined;
};
