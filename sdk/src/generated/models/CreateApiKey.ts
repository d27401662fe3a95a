/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Scope } from './Scope.js';
export type CreateApiKey = {
    name: string;
    /**
     * What the key may do, of what its team may do; see `x-permission` of each operation.
     */
    scopes: Array<Scope>;
};
