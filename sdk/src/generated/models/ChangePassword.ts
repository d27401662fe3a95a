/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new password for yourself.
 */
export type ChangePassword = {
    /**
     * The password you have now.
     */
    currentPassword: string;
    /**
     * The new password: 15 to 128 characters, not easy to guess. A few words together are a good one.
     */
    password: string;
};
