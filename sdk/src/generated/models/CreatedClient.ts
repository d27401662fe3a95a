/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Invitation } from './Invitation.js';
export type CreatedClient = {
    id: string;
    companyName: string;
    contactEmail: string | null;
    /**
     * The Client ID that spreadsheets carry; made when the client’s first user signs up.
     */
    clientCode: string | null;
    status: 'invited' | 'active' | 'archived';
    allowOrderUpload: boolean;
    defaultDepotId: string;
    requiredFields: Array<string>;
    createdAt: string;
    invitation?: Invitation | undefined;
};
