/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateOrganization = {
    name?: string;
    /**
     * For depots that name none.
     */
    timezone?: string;
    supportEmail?: string | null;
    supportPhone?: string | null;
};
