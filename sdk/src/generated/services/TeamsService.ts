/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Member } from '../models/Member.js';
import type { MemberPage } from '../models/MemberPage.js';
import type { TransferOwnership } from '../models/TransferOwnership.js';
import type { UpdateMember } from '../models/UpdateMember.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class TeamsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List the members of your team
     * Allowed (`team:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns MemberPage Done
     * @throws ApiError
     */
    public listTeamMembers({
        limit = 50,
        cursor,
    }: {
        /**
         * How many to answer, 1 to 200.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string,
    }): CancelablePromise<MemberPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/team/members',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
            errors: {
                400: `\`validation_failed\`, \`cursor_invalid\`, \`cursor_mismatch\``,
                401: `\`authentication_required\`, \`token_invalid\``,
                403: `\`permission_denied\``,
                429: `\`rate_limited\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
    /**
     * Change a member’s role
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns Member Done
     * @throws ApiError
     */
    public updateTeamMember({
        id,
        requestBody,
    }: {
        id: string,
        requestBody: UpdateMember,
    }): CancelablePromise<Member> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/team/members/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\``,
                401: `\`authentication_required\`, \`token_invalid\``,
                403: `\`permission_denied\``,
                404: `\`not_found\``,
                409: `\`owner_required\``,
                412: `\`stale_version\``,
                413: `\`too_large\``,
                415: `\`unsupported_media_type\``,
                429: `\`rate_limited\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
    /**
     * Remove a member, or leave
     * Their sessions in this team end at once. API keys they made belong to the team and go on working.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public removeTeamMember({
        id,
    }: {
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            method: 'DELETE',
            url: '/v1/team/members/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\``,
                401: `\`authentication_required\`, \`token_invalid\``,
                403: `\`permission_denied\``,
                404: `\`not_found\``,
                409: `\`owner_required\``,
                412: `\`stale_version\``,
                429: `\`rate_limited\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
    /**
     * Make another member the owner
     * You become an admin. Answers the new owner.
     *
     * Allowed (`team:transfer`): organization: owner; client: owner.
     * @returns Member Done
     * @throws ApiError
     */
    public transferOwnership({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: TransferOwnership,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string,
    }): CancelablePromise<Member> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/team/transfer-ownership',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\``,
                401: `\`authentication_required\`, \`token_invalid\``,
                403: `\`permission_denied\``,
                404: `\`not_found\``,
                409: `\`idempotency_in_flight\``,
                413: `\`too_large\``,
                415: `\`unsupported_media_type\``,
                422: `\`idempotency_mismatch\``,
                429: `\`rate_limited\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
}
