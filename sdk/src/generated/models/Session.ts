/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Membership } from './Membership.js';
import type { User } from './User.js';
export type Session = {
    /**
     * Send as `Authorization: Bearer …`.
     */
    accessToken: string;
    /**
     * Works once; each refresh gives the next.
     */
    refreshToken: string;
    tokenType: 'Bearer';
    /**
     * Seconds until the access token ends.
     */
    expiresIn: number;
    user: User;
    /**
     * The one these tokens are for.
     */
    membership: Membership;
    memberships: Array<Membership>;
};
