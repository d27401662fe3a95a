/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A device on which you are signed in.
 */
export type SessionInfo = {
    /**
     * Id of the session.
     */
    id: string;
    /**
     * Whether it is the one you are asking with.
     */
    isCurrent: boolean;
    /**
     * Id of the membership it is for.
     */
    membershipId: string;
    /**
     * How the device names itself; null if it does not.
     */
    userAgent: string | null;
    /**
     * When the person signed in.
     */
    createdAt: string;
    /**
     * When it last got new tokens.
     */
    lastUsedAt: string;
    /**
     * When it ends in any case.
     */
    expiresAt: string;
};
