/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Signup = {
    organizationName: string;
    name: string;
    email: string;
    password: string;
};
