/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far an invitation is:
 *
 * - `pending`: It waits to be accepted.
 * - `accepted`: Somebody joined by it.
 * - `expired`: It was not accepted in time; it can be sent again.
 * - `revoked`: It was taken back.
 */
export type InvitationStatus = 'pending' | 'accepted' | 'expired' | 'revoked';
