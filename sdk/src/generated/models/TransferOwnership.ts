/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TransferOwnership = {
    /**
     * The member who is to be the owner.
     */
    memberId: string;
};
