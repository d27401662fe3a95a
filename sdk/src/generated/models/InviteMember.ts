/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InvitationChannel } from './InvitationChannel.js';
import type { InvitedRole } from './InvitedRole.js';
/**
 * An invitation into your own team.
 */
export type InviteMember = {
    /**
     * Whom it invites:
     *
     * - `member`: A person into your own team.
     */
    kind: 'member';
    /**
     * What the person becomes: in an organization admin, dispatcher or viewer, in a client admin or member.
     */
    role: InvitedRole;
    /**
     * How the invitation reaches the person.
     */
    channel: InvitationChannel;
    /**
     * E-mail address of the person; needed for `email`.
     */
    email?: string | undefined;
};
