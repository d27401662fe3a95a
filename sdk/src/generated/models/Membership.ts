/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MembershipClient } from './MembershipClient.js';
import type { MembershipOrganization } from './MembershipOrganization.js';
import type { Role } from './Role.js';
import type { TeamSide } from './TeamSide.js';
/**
 * A person’s place in a team.
 */
export type Membership = {
    /**
     * Id of the membership.
     */
    id: string;
    /**
     * Whose team it is.
     */
    side: TeamSide;
    /**
     * What the person is in the team.
     */
    role: Role;
    /**
     * The delivery company.
     */
    organization: MembershipOrganization;
    /**
     * The client; null in the team of an organization.
     */
    client: MembershipClient | null;
};
