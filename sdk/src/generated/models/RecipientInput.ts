/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who receives or hands over the packages.
 */
export type RecipientInput = {
    /**
     * Who receives or hands over. Up to 200 characters. Null for none.
     */
    name?: string | null | undefined;
    /**
     * E-mail address of the recipient. Up to 254 characters. Null for none.
     */
    email?: string | null | undefined;
    /**
     * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed. Up to 50 characters. Null for none.
     */
    phone?: string | null | undefined;
};
