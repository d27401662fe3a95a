/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
export type Membership = {
    id: string;
    side: 'organization' | 'client';
    role: Role;
    organization: {
        id: string;
        name: string;
    };
    client: {
        id: string;
        companyName: string;
        clientCode: string | null;
    } | null;
};
