/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type LookupInvitation = {
    /**
     * What follows `?token=` in the link.
     */
    token: string;
};
