/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Member } from '../models/Member.js';
import type { TeamMemberPage } from '../models/TeamMemberPage.js';
import type { TransferOwnership } from '../models/TransferOwnership.js';
import type { UpdateMember } from '../models/UpdateMember.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class TeamsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List the members of your team
     * Allowed (`team:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns TeamMemberPage Done
     * @throws ApiError
     */
    public listTeamMembers({
        limit = 50,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
    }): CancelablePromise<TeamMemberPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/team/members',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Change a member’s role
     * Open invitations that the new role may not make end, and so do the API keys when it may make none: both as at a removal.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns Member Done
     * @throws ApiError
     */
    public updateTeamMember({
        id,
        requestBody,
    }: {
        /**
         * Id of the membership.
         */
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
        });
    }
    /**
     * Remove a member, or leave
     * Their sessions in this team end at once, and with them everything that could let them in again: the API keys they made are revoked, and so are the open invitations that they or those keys made. `removalEnds` of GET /v1/team/members says how many of each.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public removeTeamMember({
        id,
    }: {
        /**
         * Id of the membership.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/team/members/{id}',
            path: {
                'id': id,
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
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Member> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/team/transfer-ownership',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
}
