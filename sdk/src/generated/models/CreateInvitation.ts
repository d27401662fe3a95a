/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { InviteClient } from './InviteClient';
import type { InviteMember } from './InviteMember';
/**
 * A new invitation: of a client, or into your own team.
 */
export type CreateInvitation = (InviteClient | InviteMember);

