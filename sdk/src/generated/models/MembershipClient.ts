/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The client that a team belongs to.
 */
export type MembershipClient = {
    /**
     * Id of the client.
     */
    id: string;
    /**
     * Name of the client’s company.
     */
    companyName: string;
    /**
     * The Client ID, which spreadsheets of dispatchers carry; null until the client’s first user signs up.
     */
    clientCode: string | null;
};
