/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who joins.
 */
export type AcceptInvitation = {
    /**
     * What follows `?token=` in the link of the invitation.
     */
    token: string;
    /**
     * Your name, up to 200 characters. Somebody who can sign in already keeps theirs.
     */
    name: string;
    /**
     * Your e-mail address, with which you will sign in; needed where the invitation names none.
     */
    email?: string | undefined;
    /**
     * The one you sign in with already, or a new one of 15 characters or more.
     */
    password: string;
};
