/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which session to end.
 */
export type RefreshTokenBody = {
    /**
     * The last refresh token you got.
     */
    refreshToken: string;
};
