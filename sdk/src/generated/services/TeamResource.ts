/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Member } from '../models/Member';
import type { TeamMemberPage } from '../models/TeamMemberPage';
import type { TransferOwnership } from '../models/TransferOwnership';
import type { UpdateMember } from '../models/UpdateMember';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class TeamResource {
    /**
     * List the members of your team
     * `removalEnds` says how many API keys and open invitations would end with each member.
     *
     * Allowed (`team:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns TeamMemberPage One page of members, newest first.
     * @throws ApiError
     */
    public static listMembers({
        limit,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<TeamMemberPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/team/members',
            query: {
                'limit': limit,
                'cursor': cursor,
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
     * Change a member’s role
     * API keys and open invitations that the member made end where the new role could not have made them. The owner answers `owner_required`: transfer the ownership instead.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns Member The member with the new role.
     * @throws ApiError
     */
    public static updateMember({
        id,
        requestBody,
    }: {
        /**
         * Id of the membership.
         */
        id: string,
        requestBody: UpdateMember,
    }): CancelablePromise<Member> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/team/members/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`owner_required\`: A team always has exactly one owner.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
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
     * Remove a member, or leave
     * Their sessions in this team end at once, and so does everything that could let them in again: the API keys they made, and the open invitations that they or those keys made. `removalEnds` of `GET /v1/team/members` says how many of each. The owner answers `owner_required`.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public static removeMember({
        id,
    }: {
        /**
         * Id of the membership.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/team/members/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`owner_required\`: A team always has exactly one owner.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Make another member the owner
     * You become an admin, in the same step: a team always has exactly one owner.
     *
     * Allowed (`team:transfer`): organization: owner; client: owner.
     * @returns Member The new owner.
     * @throws ApiError
     */
    public static transferOwnership({
        requestBody,
    }: {
        requestBody: TransferOwnership,
    }): CancelablePromise<Member> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/team/transfer-ownership',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`idempotency_in_flight\`: The first request with this key is still running.`,
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
}
