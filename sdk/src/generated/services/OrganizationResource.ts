/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Organization } from '../models/Organization';
import type { UpdateOrganization } from '../models/UpdateOrganization';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class OrganizationResource {
    /**
     * Get your organization
     * Clients and recipients see its name, and recipients its support contact too. Clients cannot call this.
     *
     * Allowed (`organization:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Organization The organization that the caller belongs to.
     * @throws ApiError
     */
    public static get(): CancelablePromise<Organization> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/organization',
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
     * Change your organization
     * The time zone is what new depots get unless they name their own; existing depots keep theirs. Recipients see the support contact at once.
     *
     * Allowed (`organization:write`): organization: owner, admin.
     * @returns Organization The organization with its new version.
     * @throws ApiError
     */
    public static update({
        requestBody,
    }: {
        requestBody: UpdateOrganization,
    }): CancelablePromise<Organization> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/organization',
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
}
