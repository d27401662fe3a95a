/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The delivery company that a team belongs to.
 */
export type MembershipOrganization = {
    /**
     * Id of the organization.
     */
    id: string;
    /**
     * Name of the delivery company.
     */
    name: string;
    /**
     * Whether it is a sandbox, of which nothing reaches anybody outside.
     */
    testMode: boolean;
};
