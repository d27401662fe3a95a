/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A photo or a signature.
 */
export type ProofFile = {
    /**
     * Where to get the picture, a JPEG, without signing in, until it expires.
     */
    url: string;
    /**
     * Where to get it no larger than 320 pixels, likewise.
     */
    thumbnailUrl: string;
    /**
     * Until when both work; ask again for new ones.
     */
    expiresAt: string;
    /**
     * Id of the proof.
     */
    id: string;
    /**
     * When it was uploaded.
     */
    recordedAt: string;
    /**
     * SHA-256 of the file behind `url`, in hexadecimal.
     */
    sha256: string;
    /**
     * Its size in bytes.
     */
    size: number;
    /**
     * Its width in pixels.
     */
    width: number;
    /**
     * Its height in pixels.
     */
    height: number;
};
