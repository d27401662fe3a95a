/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateClient = {
    companyName?: string | undefined;
    contactEmail?: string | null | undefined;
    /**
     * Whether the client may hand in orders itself; takes effect with its next request.
     */
    allowOrderUpload?: boolean | undefined;
    /**
     * Where its orders start from; default: the main depot.
     */
    defaultDepotId?: string | undefined;
    /**
     * Fields that every submitted order must fill, by their names in the field catalogue
     */
    requiredFields?: Array<'address.addressName' | 'address.addressLineOne' | 'address.addressLineTwo' | 'address.city' | 'address.state' | 'address.zip' | 'address.country' | 'notes' | 'size' | 'recipient.name' | 'activity' | 'recipient.email' | 'recipient.phone' | 'externalId' | 'packageCount' | 'products' | 'address.latitude' | 'address.longitude' | 'requestedDate'> | undefined;
};
