/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InviteClient } from './InviteClient.js';
import type { InviteMember } from './InviteMember.js';
/**
 * A new invitation: of a client, or into your own team.
 */
export type CreateInvitation = (InviteClient | InviteMember);
