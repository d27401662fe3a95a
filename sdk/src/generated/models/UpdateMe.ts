/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Changes to yourself. What it leaves out stays.
 */
export type UpdateMe = {
    /**
     * Your name, up to 200 characters.
     */
    name?: string | undefined;
};
