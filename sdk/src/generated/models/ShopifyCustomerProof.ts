/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A proof of the delivery. Pictures are read with the order.
 */
export type ShopifyCustomerProof = {
    /**
     * `photo`, `signature` or `attempt`.
     */
    kind: string;
    /**
     * When it was recorded.
     */
    recordedAt: string;
    /**
     * SHA-256 of the picture; null for an attempt.
     */
    sha256: string | null;
    /**
     * Size of the picture in bytes; null for an attempt.
     */
    size: number | null;
    /**
     * What an attempt told; null for a picture.
     */
    attempt: Record<string, any> | null;
};
