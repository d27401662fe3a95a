/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AcceptInvitation } from '../models/AcceptInvitation.js';
import type { CreateInvitation } from '../models/CreateInvitation.js';
import type { Invitation } from '../models/Invitation.js';
import type { InvitationKind } from '../models/InvitationKind.js';
import type { InvitationOffer } from '../models/InvitationOffer.js';
import type { InvitationPage } from '../models/InvitationPage.js';
import type { InvitationStatus } from '../models/InvitationStatus.js';
import type { LookupInvitation } from '../models/LookupInvitation.js';
import type { Session } from '../models/Session.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class InvitationsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List invitations
     * An organization sees those to its clients and its own team; a client sees those to its own team.
     *
     * Allowed (`invitations:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin.
     * @returns InvitationPage Done
     * @throws ApiError
     */
    public listInvitations({
        limit = 50,
        cursor,
        status,
        kind,
        clientId,
    }: {
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
        /**
         * Only invitations in this state.
         */
        status?: InvitationStatus | undefined,
        /**
         * Only invitations of this kind.
         */
        kind?: InvitationKind | undefined,
        /**
         * Only invitations of this client.
         */
        clientId?: string | undefined,
    }): CancelablePromise<InvitationPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/invitations',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'kind': kind,
                'clientId': clientId,
            },
        });
    }
    /**
     * Invite a client, or a member of the own team
     * Inviting to an organization’s own team needs `team:write`.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns Invitation Done
     * @throws ApiError
     */
    public createInvitation({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateInvitation,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Invitation> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/invitations',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Accept an invitation and sign in
     * Somebody who has an account joins with its password and keeps its name; everybody else chooses one of 15 characters or more. An invitation sent by e-mail is for that e-mail alone. A link does not tell which e-mails have accounts: whoever uses one with an e-mail that somebody else has, and another password, joins as a person apart, and its owner is told by mail.
     *
     * Needs no credentials.
     * @returns Session Done
     * @throws ApiError
     */
    public acceptInvitation({
        requestBody,
    }: {
        requestBody: AcceptInvitation,
    }): CancelablePromise<Session> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/invitations/accept',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * See who invites whom
     * Needs no credentials.
     * @returns InvitationOffer Done
     * @throws ApiError
     */
    public lookupInvitation({
        requestBody,
    }: {
        requestBody: LookupInvitation,
    }): CancelablePromise<InvitationOffer> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/invitations/lookup',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Revoke an invitation
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public revokeInvitation({
        id,
    }: {
        /**
         * Id of the invitation.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/invitations/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Send an invitation again
     * With a new link and a new expiry; the link before ends.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns Invitation Done
     * @throws ApiError
     */
    public resendInvitation({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the invitation.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Invitation> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/invitations/{id}/resend',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
}
