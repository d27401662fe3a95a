/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AcceptInvitation = {
    /**
     * What follows `?token=` in the link.
     */
    token: string;
    name: string;
    /**
     * Needed where the invitation names none.
     */
    email?: string | undefined;
    /**
     * The one you sign in with already, or a new one of 15 characters or more.
     */
    password: string;
};
