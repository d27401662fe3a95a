/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ConfirmPasswordReset = {
    /**
     * What follows `?token=` in the mail’s link.
     */
    token: string;
    password: string;
};
