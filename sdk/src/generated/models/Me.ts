/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Membership } from './Membership.js';
import type { User } from './User.js';
/**
 * Who is signed in, and for which team.
 */
export type Me = {
    /**
     * Who you are.
     */
    user: User;
    /**
     * The team that you are signed in to.
     */
    membership: Membership;
    /**
     * All your teams.
     */
    memberships: Array<Membership>;
};
