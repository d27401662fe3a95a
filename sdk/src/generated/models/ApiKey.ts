/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiKey = {
    id: string;
    name: string;
    /**
     * How the key begins, to tell keys apart.
     */
    prefix: string;
    scopes: Array<string>;
    createdAt: string;
    /**
     * To the minute.
     */
    lastUsedAt: string | null;
};
