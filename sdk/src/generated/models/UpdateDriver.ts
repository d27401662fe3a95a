/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateDriver = {
    name?: string | undefined;
    email?: string | null | undefined;
    phone?: string | null | undefined;
};
