/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A person who can sign in.
 */
export type User = {
    /**
     * Id of the person.
     */
    id: string;
    /**
     * Name of the person.
     */
    name: string;
    /**
     * E-mail address of the person, with which they sign in.
     */
    email: string;
};
