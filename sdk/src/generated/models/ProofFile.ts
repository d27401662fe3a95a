/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A photo or a signature.
 */
export type ProofFile = {
    /**
     * Where to get the picture without signing in, until it expires.
     */
    url: string;
    /**
     * Until when `url` works.
     */
    expiresAt: string;
};
