/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangePassword } from '../models/ChangePassword.js';
import type { Me } from '../models/Me.js';
import type { SessionPage } from '../models/SessionPage.js';
import type { UpdateMe } from '../models/UpdateMe.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListSessionsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class MeResource extends Resource {
    /**
     * Who you are and which teams you belong to
     *
     * Says which team this access token acts for, and every other the person may switch to with `POST
     * /v1/auth/refresh`. API keys are no persons and cannot call this.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns The person who calls, with their memberships.
     */
    get(options?: RequestOptions): Promise<Answer<Me>> {
        return this.call({ method: 'GET', url: '/v1/me' }, options);
    }
    /**
     * Change your name
     *
     * All of the person’s teams see the new name. The e-mail cannot be changed.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns The person with the new name, and their memberships.
     * @throws WaybillError `stale_version`
     */
    update(body: UpdateMe, options?: RequestOptions): Promise<Answer<Me>> {
        return this.call({ method: 'PATCH', url: '/v1/me', body }, options);
    }
    /**
     * Change your password; your other sessions end
     *
     * Asks for the current password; another one answers `credentials_invalid` and counts as a failed sign-in. Links
     * for a new password that were mailed before stop working.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     */
    changePassword(body: ChangePassword, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'POST', url: '/v1/me/password', body, accept: '' }, options);
    }
    /**
     * List the devices on which you are signed in
     *
     * Shows the sessions that are still open, in all of the person’s teams; `isCurrent` marks the one that asks.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns One page of open sessions, newest first.
     */
    listSessions(query?: ListSessionsQuery, options?: RequestOptions): PagePromise<SessionPage> {
        return this.page({ method: 'GET', url: '/v1/me/sessions', query }, options);
    }
    /**
     * Sign a device out at once
     *
     * The access tokens and the refresh token of the session are refused from now on. Your own current session can be
     * ended like this too.
     *
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @param id Id of the session.
     * @throws WaybillError `not_found`
     */
    endSession(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/me/sessions/{id}', path: { id }, accept: '' }, options);
    }
}
