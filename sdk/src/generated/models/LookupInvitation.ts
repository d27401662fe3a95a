/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which invitation to look at.
 */
export type LookupInvitation = {
    /**
     * What follows `?token=` in the link of the invitation.
     */
    token: string;
};
