/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AcceptInvitation } from '../models/AcceptInvitation';
import type { CreateInvitation } from '../models/CreateInvitation';
import type { Invitation } from '../models/Invitation';
import type { InvitationKind } from '../models/InvitationKind';
import type { InvitationOffer } from '../models/InvitationOffer';
import type { InvitationPage } from '../models/InvitationPage';
import type { InvitationStatus } from '../models/InvitationStatus';
import type { LookupInvitation } from '../models/LookupInvitation';
import type { Session } from '../models/Session';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class InvitationsResource {
    /**
     * List invitations
     * An organization sees those to its clients and its own team; a client sees those to its own team. Links are not shown again: resend an invitation to get a new one.
     *
     * Allowed (`invitations:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin.
     * @returns InvitationPage One page of invitations, newest first.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
        status,
        kind,
        clientId,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
        /**
         * Only invitations in this state.
         */
        status?: InvitationStatus,
        /**
         * Only invitations of this kind.
         */
        kind?: InvitationKind,
        /**
         * Only invitations of this client.
         */
        clientId?: string,
    }): CancelablePromise<InvitationPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/invitations',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'kind': kind,
                'clientId': clientId,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Invite a client, or a member of the own team
     * By `email` the link is mailed; as a `link` it comes in `url`, this once, for the caller to pass on. An invitation works once, by default for seven days; the first user of a client becomes its owner. Only owners and admins may invite to their own team (`permission_denied`).
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns Invitation The new invitation; with `url` if it is a link.
     * @throws ApiError
     */
    public static create({
        requestBody,
    }: {
        requestBody: CreateInvitation,
    }): CancelablePromise<Invitation> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/invitations',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`already_member\`: This person is already a member. \`client_archived\`: The client is archived. \`client_already_active\`: The client has already signed up. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * See who invites whom
     * For the page that a guest sees before accepting; looking uses nothing up. Used, expired, revoked and unknown tokens all answer `invitation_invalid`.
     *
     * Needs no credentials.
     * @returns InvitationOffer Who invites, to which team and role, and until when.
     * @throws ApiError
     */
    public static lookup({
        requestBody,
    }: {
        requestBody: LookupInvitation,
    }): CancelablePromise<InvitationOffer> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/invitations/lookup',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                404: `\`invitation_invalid\`: The invitation cannot be used.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Accept an invitation and sign in
     * Somebody who has an account joins with its password and keeps its name; everybody else chooses one of 15 characters or more. An invitation sent by e-mail is for that e-mail alone. A link does not tell which e-mails have accounts: whoever uses one with an e-mail that somebody else has, and another password, joins as a person apart, and its owner is told by mail.
     *
     * Needs no credentials.
     * @returns Session A session in the team that was joined.
     * @throws ApiError
     */
    public static accept({
        requestBody,
    }: {
        requestBody: AcceptInvitation,
    }): CancelablePromise<Session> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/invitations/accept',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`credentials_invalid\`: The e-mail or password is wrong.`,
                404: `\`invitation_invalid\`: The invitation cannot be used.`,
                409: `\`already_member\`: This person is already a member.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Send an invitation again
     * Goes out the way it went before, with a new link and a new expiry; the earlier link ends. One that was accepted or revoked answers `invitation_not_pending`.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns Invitation The invitation with its new expiry; with a new `url` if it is a link.
     * @throws ApiError
     */
    public static resend({
        id,
    }: {
        /**
         * Id of the invitation.
         */
        id: string,
    }): CancelablePromise<Invitation> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/invitations/{id}/resend',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`invitation_not_pending\`: The invitation is no longer open. \`client_archived\`: The client is archived. \`client_already_active\`: The client has already signed up. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Revoke an invitation
     * Its link ends at once. One that was accepted or revoked answers `invitation_not_pending`: remove the member instead.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public static revoke({
        id,
    }: {
        /**
         * Id of the invitation.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/invitations/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`invitation_not_pending\`: The invitation is no longer open.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
