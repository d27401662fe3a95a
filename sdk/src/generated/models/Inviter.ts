/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who invites.
 */
export type Inviter = {
    /**
     * Name of the person.
     */
    name: string;
};
