/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ProofAttempt } from './ProofAttempt.js';
import type { ProofKind } from './ProofKind.js';
/**
 * One entry of an order’s chain of proof.
 */
export type ProofEntry = {
    /**
     * Its place in the chain, from 1.
     */
    sequence: number;
    /**
     * What it is about.
     */
    kind: ProofKind;
    /**
     * When it was recorded.
     */
    recordedAt: string;
    /**
     * SHA-256 of the picture; null for an attempt.
     */
    sha256: string | null;
    /**
     * What the attempt told; null for a picture, and where it was erased.
     */
    attempt: ProofAttempt | null;
    /**
     * `hash` of the entry before; null for the first.
     */
    previousHash: string | null;
    /**
     * SHA-256 of the JSON (RFC 8785) of all of the above in one object, with `orderId` besides. A changed, removed or exchanged entry breaks it.
     */
    hash: string;
    /**
     * When the entry’s content was erased, as privacy law asks; not there in any other. Its hash stays, so that the chain can still be followed, but can be made from nothing any more.
     */
    erasedAt?: string | undefined;
};
