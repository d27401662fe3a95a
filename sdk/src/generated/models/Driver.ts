/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A person who drives routes.
 */
export type Driver = {
    /**
     * Id of the driver.
     */
    id: string;
    /**
     * Name of the driver.
     */
    name: string;
    /**
     * E-mail address of the driver; null if not told.
     */
    email: string | null;
    /**
     * Phone number of the driver; null if not told.
     */
    phone: string | null;
    /**
     * When the driver was added.
     */
    createdAt: string;
};
