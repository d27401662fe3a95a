/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Invitation } from './Invitation.js';
/**
 * One page of a list of invitations.
 */
export type InvitationPage = {
    /**
     * The invitations of this page, in the order of the list.
     */
    items: Array<Invitation>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
