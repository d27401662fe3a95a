/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ProofFile = {
    /**
     * Signed, for a short while.
     */
    url: string;
    expiresAt: string;
};
