/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The client that a team belongs to.
 */
export type InvitingClient = {
    /**
     * Name of the client’s company.
     */
    companyName: string;
};
