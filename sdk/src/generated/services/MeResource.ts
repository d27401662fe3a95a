/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangePassword } from '../models/ChangePassword';
import type { Me } from '../models/Me';
import type { SessionPage } from '../models/SessionPage';
import type { UpdateMe } from '../models/UpdateMe';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class MeResource {
    /**
     * Who you are and which teams you belong to
     * Says which team this access token acts for, and every other the person may switch to with `POST /v1/auth/refresh`. API keys are no persons and cannot call this.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns Me The person who calls, with their memberships.
     * @throws ApiError
     */
    public static get(): CancelablePromise<Me> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/me',
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
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
     * Change your name
     * All of the person’s teams see the new name. The e-mail cannot be changed.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns Me The person with the new name, and their memberships.
     * @throws ApiError
     */
    public static update({
        requestBody,
    }: {
        requestBody: UpdateMe,
    }): CancelablePromise<Me> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/me',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
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
     * Change your password; your other sessions end
     * Asks for the current password; another one answers `credentials_invalid` and counts as a failed sign-in. Links for a new password that were mailed before stop working.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public static changePassword({
        requestBody,
    }: {
        requestBody: ChangePassword,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/me/password',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`credentials_invalid\`: The e-mail or password is wrong. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
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
    /**
     * List the devices on which you are signed in
     * Shows the sessions that are still open, in all of the person’s teams; `isCurrent` marks the one that asks.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns SessionPage One page of open sessions, newest first.
     * @throws ApiError
     */
    public static listSessions({
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
    }): CancelablePromise<SessionPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/me/sessions',
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
     * Sign a device out at once
     * The access tokens and the refresh token of the session are refused from now on. Your own current session can be ended like this too.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public static endSession({
        id,
    }: {
        /**
         * Id of the session.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/me/sessions/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
