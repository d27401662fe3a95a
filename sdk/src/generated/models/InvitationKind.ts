/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whom it invites:
 *
 * - `client`: The first person of a client.
 * - `member`: A person into the team of whoever invites.
 */
export type InvitationKind = 'client' | 'member';
