/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AdvanceSandboxClock } from '../models/AdvanceSandboxClock';
import type { CreatedSandbox } from '../models/CreatedSandbox';
import type { DrivenSandboxRoute } from '../models/DrivenSandboxRoute';
import type { DriveSandboxRoute } from '../models/DriveSandboxRoute';
import type { SandboxClock } from '../models/SandboxClock';
import type { SandboxMailPage } from '../models/SandboxMailPage';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class SandboxResource {
    /**
     * Make a sandbox beside your organization
     * An organization of its own, empty, with you as its owner; `testMode` marks it wherever it is shown, and all its keys begin with `wb_test_`. Its mails are kept for `GET /v1/sandbox/outbox` and never sent; webhooks are. There is one beside an organization: a second call answers `sandbox_exists` and says how to get in.
     *
     * Allowed (`sandbox:create`): organization: owner.
     * @returns CreatedSandbox The sandbox, your membership in it, and a key. Store the key now: no other call shows it whole, only this one again under its `Idempotency-Key`, for 24 hours.
     * @throws ApiError
     */
    public static create(): CancelablePromise<CreatedSandbox> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/organization/sandbox',
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                409: `\`sandbox_exists\`: Your organization has a sandbox already. \`not_in_sandbox\`: A sandbox has no sandbox. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * List the mails of your sandbox
     * What the sandbox would have mailed, its clients’ invitations too; kept for 30 days. Passwords are reset by mail to the person, not from here, and nobody is told that their e-mail was used by somebody else.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     * @returns SandboxMailPage One page of mails, newest first.
     * @throws ApiError
     */
    public static listMails({
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
    }): CancelablePromise<SandboxMailPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/sandbox/outbox',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`sandbox_only\`: This works in a sandbox only.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Let a route of your sandbox be driven to its end
     * Starts it if it has not started, visits its stops in order, and completes it, as a driver would by the API: with events, ETAs, proof and webhooks. One that is being driven is `route_being_driven`. Whoever records attempts of it meanwhile drives along.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     * @returns DrivenSandboxRoute The route is on its way; `GET /v1/routes/{id}` shows how far it is.
     * @throws ApiError
     */
    public static driveRoute({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: DriveSandboxRoute,
    }): CancelablePromise<DrivenSandboxRoute> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/sandbox/routes/{id}/drive',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`sandbox_only\`: This works in a sandbox only.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_empty\`: The route has no stops. \`route_completed\`: The route is completed. \`route_being_driven\`: The route is being driven already. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
     * Move the clock of your sandbox ahead
     * All that the sandbox remembers moves back by so many seconds: ETAs pass, invitations expire, webhooks and other work are tried again at once. Requested days move when the moves make a whole day together. Signed links, tokens of people and the proof of past deliveries keep their times. What is kept for a while is forgotten accordingly.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     * @returns SandboxClock How far the clock was moved in all, and what became due.
     * @throws ApiError
     */
    public static advanceClock({
        requestBody,
    }: {
        requestBody: AdvanceSandboxClock,
    }): CancelablePromise<SandboxClock> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/sandbox/clock/advance',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`sandbox_only\`: This works in a sandbox only.`,
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
