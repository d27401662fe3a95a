/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InvitationKind } from './InvitationKind.js';
import type { Inviter } from './Inviter.js';
import type { InvitingClient } from './InvitingClient.js';
import type { InvitingOrganization } from './InvitingOrganization.js';
import type { Role } from './Role.js';
/**
 * What an invitation offers to whoever holds its link.
 */
export type InvitationOffer = {
    /**
     * Whom it invites.
     */
    kind: InvitationKind;
    /**
     * What you become.
     */
    role: Role;
    /**
     * The delivery company.
     */
    organization: InvitingOrganization;
    /**
     * The client; null for the team of the delivery company.
     */
    client: InvitingClient | null;
    /**
     * Who invites you.
     */
    invitedBy: Inviter;
    /**
     * E-mail address that it invites; null if it names none.
     */
    email: string | null;
    /**
     * True where the invitation was sent by e-mail: it is for that e-mail alone.
     */
    emailIsFixed: boolean;
    /**
     * Until when it can be accepted.
     */
    expiresAt: string;
};
