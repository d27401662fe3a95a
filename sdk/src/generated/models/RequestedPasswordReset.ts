/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The same answer whether or not the address is known.
 */
export type RequestedPasswordReset = {
    /**
     * What happens next, for people.
     */
    message: string;
};
