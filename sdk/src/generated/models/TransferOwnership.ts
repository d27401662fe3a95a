/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who is to be the owner of the team.
 */
export type TransferOwnership = {
    /**
     * Id of the member who is to be the owner.
     */
    memberId: string;
};
