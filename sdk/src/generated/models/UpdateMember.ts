/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AssignableRole } from './AssignableRole.js';
/**
 * Changes to a member.
 */
export type UpdateMember = {
    /**
     * What the member becomes: in an organization admin, dispatcher or viewer, in a client admin or member.
     */
    role: AssignableRole;
};
