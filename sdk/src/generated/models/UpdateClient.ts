/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequirableField } from './RequirableField.js';
import type { RequirableProof } from './RequirableProof.js';
/**
 * Changes to a client. What it leaves out stays.
 */
export type UpdateClient = {
    /**
     * Name of the client’s company, up to 200 characters.
     */
    companyName?: string | undefined;
    /**
     * Whom to write to at the client, and where its first invitation goes; null for none.
     */
    contactEmail?: string | null | undefined;
    /**
     * Whether the client may hand in orders itself; takes effect with its next request. Of a new client: false unless told.
     */
    allowOrderUpload?: boolean | undefined;
    /**
     * Id of the depot from which its orders are delivered unless told. Of a new client: the main depot unless told.
     */
    defaultDepotId?: string | undefined;
    /**
     * Names of the fields that every submitted order must fill, as `GET /v1/order-fields` lists them.
     */
    requiredFields?: Array<RequirableField> | undefined;
    /**
     * What every attempt for the client that ends in `delivered_…` must leave behind; null for what the organization requires.
     */
    requiredProof?: Array<RequirableProof> | null | undefined;
};
