/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Login = {
    email: string;
    password: string;
    /**
     * Which team to sign in to; default: the first.
     */
    membershipId?: string | undefined;
};
