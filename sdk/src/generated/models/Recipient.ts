/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who receives or hands over the packages.
 */
export type Recipient = {
    /**
     * Who receives or hands over. Null where there is none.
     */
    name: string | null;
    /**
     * E-mail address of the recipient. Null where there is none.
     */
    email: string | null;
    /**
     * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed. Null where there is none.
     */
    phone: string | null;
};
