/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InvitationChannel } from './InvitationChannel.js';
/**
 * An invitation of the first person of a client.
 */
export type InviteClient = {
    /**
     * Whom it invites:
     *
     * - `client`: The first person of a client.
     */
    kind: 'client';
    /**
     * Id of the client.
     */
    clientId: string;
    /**
     * How the invitation reaches the person.
     */
    channel: InvitationChannel;
    /**
     * E-mail address of the person. Left out: the contact e-mail of the client.
     */
    email?: string | undefined;
};
