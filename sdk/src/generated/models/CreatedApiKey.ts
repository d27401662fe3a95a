/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The new key, with its secret.
 */
export type CreatedApiKey = {
    /**
     * Id of the key.
     */
    id: string;
    /**
     * What the key is for.
     */
    name: string;
    /**
     * How the key begins, to tell keys apart.
     */
    prefix: string;
    /**
     * What the key may do, of what its team may do: names of scopes, to which more may be added.
     */
    scopes: Array<string>;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * When it was last used, to the minute; null before its first use.
     */
    lastUsedAt: string | null;
    /**
     * The secret itself, shown by this call alone.
     */
    key: string;
};
