/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Membership } from './Membership';
import type { User } from './User';
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

