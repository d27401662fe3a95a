/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
export type Invitation = {
    id: string;
    kind: 'client' | 'member';
    /**
     * `email` sends a mail; `link` answers a `url` to hand on yourself.
     */
    channel: 'email' | 'link';
    status: 'pending' | 'accepted' | 'expired' | 'revoked';
    email: string | null;
    /**
     * What the person becomes.
     */
    role: Role;
    clientId: string | null;
    invitedBy: {
        name: string;
    };
    createdAt: string;
    expiresAt: string;
    acceptedAt: string | null;
    /**
     * For `link`, and only in the answer that makes the link: it is not kept.
     */
    url?: string | undefined;
};
