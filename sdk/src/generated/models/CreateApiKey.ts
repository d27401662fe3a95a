/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Scope } from './Scope.js';
/**
 * A new API key.
 */
export type CreateApiKey = {
    /**
     * What the key is for, up to 100 characters.
     */
    name: string;
    /**
     * What the key may do, of what its team may do; see `x-permission` of each operation.
     */
    scopes: Array<Scope>;
};
