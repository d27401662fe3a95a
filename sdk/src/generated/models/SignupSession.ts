/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Membership } from './Membership.js';
import type { Organization } from './Organization.js';
import type { SignupGuess } from './SignupGuess.js';
import type { User } from './User.js';
/**
 * The tokens of a new owner, and the organization.
 */
export type SignupSession = {
    /**
     * Send it as `Authorization: Bearer …`.
     */
    accessToken: string;
    /**
     * Gets the next tokens when the access token ends. Works once; each refresh gives the next.
     */
    refreshToken: string;
    /**
     * How to send the access token:
     *
     * - `Bearer`: In the header `Authorization`, after this word.
     */
    tokenType: 'Bearer';
    /**
     * Seconds until the access token ends.
     */
    expiresIn: number;
    /**
     * Who signed in.
     */
    user: User;
    /**
     * The team that these tokens are for.
     */
    membership: Membership;
    /**
     * All teams of the person; name another at sign-in or refresh to change to it.
     */
    memberships: Array<Membership>;
    /**
     * The new organization.
     */
    organization: Organization;
    /**
     * What of the organization was guessed rather than told; correct it where it is wrong.
     */
    guessed: Array<SignupGuess>;
};
