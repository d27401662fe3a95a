/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Membership } from './Membership.js';
import type { User } from './User.js';
export type Me = {
    user: User;
    membership: Membership;
    memberships: Array<Membership>;
};
