/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Organization } from '../models/Organization.js';
import type { UpdateOrganization } from '../models/UpdateOrganization.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class OrganizationResource extends Resource {
    /**
     * Get your organization
     *
     * The name and the support contact are what clients and recipients see.
     *
     * Allowed (`organization:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The organization.
     */
    get(options?: RequestOptions): Promise<Answer<Organization>> {
        return this.call({ method: 'GET', url: '/v1/organization' }, options);
    }
    /**
     * Change your organization
     *
     * What is absent stays as it is.
     *
     * Allowed (`organization:write`): organization: owner, admin.
     *
     * @returns The organization as it is now.
     * @throws WaybillError `stale_version`
     */
    update(body: UpdateOrganization, options?: RequestOptions): Promise<Answer<Organization>> {
        return this.call({ method: 'PATCH', url: '/v1/organization', body }, options);
    }
}
