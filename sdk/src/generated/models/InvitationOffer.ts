/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
export type InvitationOffer = {
    kind: 'client' | 'member';
    role: Role;
    organization: {
        name: string;
    };
    client: {
        companyName: string;
    } | null;
    invitedBy: {
        name: string;
    };
    email: string | null;
    /**
     * True where the invitation was sent by e-mail: it is for that e-mail alone.
     */
    emailIsFixed: boolean;
    expiresAt: string;
};
