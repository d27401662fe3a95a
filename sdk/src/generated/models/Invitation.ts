/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InvitationChannel } from './InvitationChannel.js';
import type { InvitationKind } from './InvitationKind.js';
import type { InvitationStatus } from './InvitationStatus.js';
import type { Inviter } from './Inviter.js';
import type { Role } from './Role.js';
/**
 * A way into a team, for one person and once.
 */
export type Invitation = {
    /**
     * Id of the invitation.
     */
    id: string;
    /**
     * Whom it invites.
     */
    kind: InvitationKind;
    /**
     * How the invitation reaches the person.
     */
    channel: InvitationChannel;
    /**
     * How far it is.
     */
    status: InvitationStatus;
    /**
     * E-mail address of the person; null if not told.
     */
    email: string | null;
    /**
     * What the person becomes.
     */
    role: Role;
    /**
     * Id of the client whose team it is for; null for an organization’s own.
     */
    clientId: string | null;
    invitedBy: Inviter;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * Until when it can be accepted.
     */
    expiresAt: string;
    /**
     * When it was accepted; null before.
     */
    acceptedAt: string | null;
    /**
     * For `link`, and only in the answer that makes the link: it is not kept.
     */
    url?: string | undefined;
};
