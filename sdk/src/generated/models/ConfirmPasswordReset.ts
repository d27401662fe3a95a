/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new password in place of a forgotten one.
 */
export type ConfirmPasswordReset = {
    /**
     * What follows `?token=` in the mail’s link.
     */
    token: string;
    /**
     * The new password: 15 to 128 characters, not easy to guess. A few words together are a good one.
     */
    password: string;
};
