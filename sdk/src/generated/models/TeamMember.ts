/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RemovalEnds } from './RemovalEnds.js';
import type { Role } from './Role.js';
/**
 * A person in your team, and what ends with their removal.
 */
export type TeamMember = {
    /**
     * Id of the membership.
     */
    id: string;
    /**
     * Id of the person.
     */
    userId: string;
    /**
     * Name of the person.
     */
    name: string;
    /**
     * E-mail address of the person, with which they sign in.
     */
    email: string;
    /**
     * What the person is in the team.
     */
    role: Role;
    /**
     * When the person joined.
     */
    createdAt: string;
    /**
     * What ends together with their sessions when they are removed.
     */
    removalEnds: RemovalEnds;
};
