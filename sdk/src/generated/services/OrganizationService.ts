/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Organization } from '../models/Organization.js';
import type { UpdateOrganization } from '../models/UpdateOrganization.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class OrganizationService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Get your organization
     * Allowed (`organization:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Organization Done
     * @throws ApiError
     */
    public getOrganization(): CancelablePromise<Organization> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/organization',
        });
    }
    /**
     * Change your organization
     * Allowed (`organization:write`): organization: owner, admin.
     * @returns Organization Done
     * @throws ApiError
     */
    public updateOrganization({
        requestBody,
        ifMatch,
    }: {
        requestBody: UpdateOrganization,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<Organization> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/organization',
            headers: {
                'If-Match': ifMatch,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
}
