/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SetRequiredFields = {
    /**
     * Fields that every submitted order must fill, by their names in the field catalogue
     */
    requiredFields: Array<'address.addressName' | 'address.addressLineOne' | 'address.addressLineTwo' | 'address.city' | 'address.state' | 'address.zip' | 'address.country' | 'notes' | 'size' | 'recipient.name' | 'activity' | 'recipient.email' | 'recipient.phone' | 'externalId' | 'packageCount' | 'products' | 'address.latitude' | 'address.longitude' | 'requestedDate'>;
};
