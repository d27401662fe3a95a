/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Organization = {
    id: string;
    name: string;
    timezone: string;
    supportEmail: string | null;
    supportPhone: string | null;
    createdAt: string;
};
