/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InvitationChannel } from './InvitationChannel.js';
/**
 * How to invite the first person of a new client.
 */
export type FirstInvitation = {
    /**
     * How the invitation reaches the person.
     */
    channel: InvitationChannel;
};
