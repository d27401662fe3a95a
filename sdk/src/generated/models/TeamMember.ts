/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
export type TeamMember = {
    id: string;
    userId: string;
    name: string;
    email: string;
    role: Role;
    /**
     * When they joined.
     */
    createdAt: string;
    /**
     * What ends together with their sessions when they are removed.
     */
    removalEnds: {
        /**
         * Open invitations to the team, and an organization’s to its clients, that they or their API keys made.
         */
        invitations: number;
        /**
         * API keys they made that work: replace those in use first.
         */
        apiKeys: number;
    };
};
