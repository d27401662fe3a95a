/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreatedApiKey } from './CreatedApiKey';
import type { Membership } from './Membership';
import type { Organization } from './Organization';
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

