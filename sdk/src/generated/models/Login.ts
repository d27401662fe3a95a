/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who signs in.
 */
export type Login = {
    /**
     * E-mail address of the person, with which they sign in.
     */
    email: string;
    /**
     * The password.
     */
    password: string;
    /**
     * Id of the membership to sign in with. Left out: the first of the person.
     */
    membershipId?: string | undefined;
};
