/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why a stop goes back to its client.
 */
export type ReturnStop = {
    /**
     * What the client should correct, up to 500 characters.
     */
    reason: string;
};
