/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new driver.
 */
export type CreateDriver = {
    /**
     * Name of the driver, up to 200 characters.
     */
    name: string;
    /**
     * E-mail address of the driver; null for none.
     */
    email?: string | null | undefined;
    /**
     * Phone number of the driver, up to 50 characters; null for none.
     */
    phone?: string | null | undefined;
};
