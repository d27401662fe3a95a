/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SessionInfo = {
    id: string;
    /**
     * Whether it is the one you are asking with.
     */
    isCurrent: boolean;
    membershipId: string;
    /**
     * How the device names itself.
     */
    userAgent: string | null;
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
