/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AdvanceSandboxClock } from '../models/AdvanceSandboxClock.js';
import type { CreatedSandbox } from '../models/CreatedSandbox.js';
import type { DrivenSandboxRoute } from '../models/DrivenSandboxRoute.js';
import type { DriveSandboxRoute } from '../models/DriveSandboxRoute.js';
import type { SandboxClock } from '../models/SandboxClock.js';
import type { SandboxMailPage } from '../models/SandboxMailPage.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListSandboxMailsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class SandboxResource extends Resource {
    /**
     * Make a sandbox beside your organization
     *
     * An organization of its own, empty, with you as its owner; `testMode` marks it wherever it is shown, and all its
     * keys begin with `wb_test_`. Its mails are kept for `GET /v1/sandbox/outbox` and never sent; webhooks are. There
     * is one beside an organization: a second call answers `sandbox_exists` and says how to get in.
     *
     * Allowed (`sandbox:create`): organization: owner.
     *
     * @returns The sandbox, your membership in it, and a key. Store the key now: no other call shows it whole, only
     * this one again under its `Idempotency-Key`, for 24 hours.
     * @throws WaybillError `sandbox_exists`, `not_in_sandbox`
     */
    create(options?: RequestOptions): Promise<Answer<CreatedSandbox>> {
        return this.call({ method: 'POST', url: '/v1/organization/sandbox' }, options);
    }
    /**
     * List the mails of your sandbox
     *
     * What the sandbox would have mailed, its clients’ invitations too; kept for 30 days. Passwords are reset by mail
     * to the person, not from here, and nobody is told that their e-mail was used by somebody else.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     *
     * @returns One page of mails, newest first.
     * @throws WaybillError `sandbox_only`
     */
    listMails(query?: ListSandboxMailsQuery, options?: RequestOptions): PagePromise<SandboxMailPage> {
        return this.page({ method: 'GET', url: '/v1/sandbox/outbox', query }, options);
    }
    /**
     * Let a route of your sandbox be driven to its end
     *
     * Starts it if it has not started, visits its stops in order, and completes it, as a driver would by the API: with
     * events, ETAs, proof and webhooks. One that is being driven is `route_being_driven`. Whoever records attempts of
     * it meanwhile drives along.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     *
     * @param id Id of the route.
     * @returns The route is on its way; `GET /v1/routes/{id}` shows how far it is.
     * @throws WaybillError `sandbox_only`, `not_found`, `route_empty`, `route_completed`, `route_being_driven`
     */
    driveRoute(id: string, body: DriveSandboxRoute, options?: RequestOptions): Promise<Answer<DrivenSandboxRoute>> {
        return this.call({ method: 'POST', url: '/v1/sandbox/routes/{id}/drive', path: { id }, body }, options);
    }
    /**
     * Move the clock of your sandbox ahead
     *
     * All that the sandbox remembers moves back by so many seconds: ETAs pass, invitations expire, webhooks and other
     * work are tried again at once. Requested days move when the moves make a whole day together. Signed links, tokens
     * of people and the proof of past deliveries keep their times. What is kept for a while is forgotten accordingly.
     *
     * Allowed (`sandbox:manage`): organization: owner, admin.
     *
     * @returns How far the clock was moved in all, and what became due.
     * @throws WaybillError `sandbox_only`
     */
    advanceClock(body: AdvanceSandboxClock, options?: RequestOptions): Promise<Answer<SandboxClock>> {
        return this.call({ method: 'POST', url: '/v1/sandbox/clock/advance', body }, options);
    }
}
