/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ClientStatus } from './ClientStatus.js';
import type { Invitation } from './Invitation.js';
import type { RequirableProof } from './RequirableProof.js';
/**
 * The new client, with its invitation.
 */
export type CreatedClient = {
    /**
     * Id of the client.
     */
    id: string;
    /**
     * Name of the client’s company.
     */
    companyName: string;
    /**
     * Whom to write to at the client; null if not told.
     */
    contactEmail: string | null;
    /**
     * The Client ID, which spreadsheets of dispatchers carry; null until the client’s first user signs up.
     */
    clientCode: string | null;
    /**
     * How far the client is.
     */
    status: ClientStatus;
    /**
     * Whether the client may hand in orders itself.
     */
    allowOrderUpload: boolean;
    /**
     * Id of the depot from which its orders are delivered unless told.
     */
    defaultDepotId: string;
    /**
     * Names of the fields that every order of the client must fill, as `GET /v1/order-fields` lists them.
     */
    requiredFields: Array<string>;
    /**
     * What every delivery for the client must leave behind; null for what the organization requires.
     */
    requiredProof: Array<RequirableProof> | null;
    /**
     * When the client was added.
     */
    createdAt: string;
    /**
     * The invitation, where one was asked for.
     */
    invitation?: Invitation | undefined;
};
