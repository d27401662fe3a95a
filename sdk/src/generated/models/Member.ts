/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
/**
 * A person in a team.
 */
export type Member = {
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
};
