/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Driver = {
    id: string;
    name: string;
    email: string | null;
    phone: string | null;
    createdAt: string;
};
