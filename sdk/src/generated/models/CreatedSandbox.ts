/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreatedApiKey } from './CreatedApiKey.js';
import type { Membership } from './Membership.js';
import type { Organization } from './Organization.js';
/**
 * A new sandbox, and the ways into it.
 */
export type CreatedSandbox = {
    /**
     * The sandbox: an organization with `testMode`.
     */
    organization: Organization;
    /**
     * Your place in it: send its `id` as `membershipId` when you sign in or refresh.
     */
    membership: Membership;
    /**
     * A key of the sandbox with every scope, shown whole by this call alone.
     */
    apiKey: CreatedApiKey;
};
