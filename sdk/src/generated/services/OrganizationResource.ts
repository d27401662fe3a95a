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
     * Clients and recipients see its name, and recipients its support contact too. Clients cannot call this.
     *
     * Allowed (`organization:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The organization that the caller belongs to.
     */
    get(options?: RequestOptions): Promise<Answer<Organization>> {
        return this.call({ method: 'GET', url: '/v1/organization' }, options);
    }
    /**
     * Change your organization
     *
     * The time zone is what new depots get unless they name their own; existing depots keep theirs. Recipients see the
     * support contact at once.
     *
     * Allowed (`organization:write`): organization: owner, admin.
     *
     * @returns The organization with its new version.
     * @throws WaybillError `stale_version`
     */
    update(body: UpdateOrganization, options?: RequestOptions): Promise<Answer<Organization>> {
        return this.call({ method: 'PATCH', url: '/v1/organization', body }, options);
    }
}
