/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who forgot a password.
 */
export type RequestPasswordReset = {
    /**
     * The e-mail address with which you sign in.
     */
    email: string;
};
