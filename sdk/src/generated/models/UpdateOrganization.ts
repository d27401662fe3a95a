/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateOrganization = {
    name?: string | undefined;
    /**
     * For depots that name none.
     */
    timezone?: string | undefined;
    supportEmail?: string | null | undefined;
    supportPhone?: string | null | undefined;
};
