/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ChangePassword } from '../models/ChangePassword.js';
import type { ConfirmPasswordReset } from '../models/ConfirmPasswordReset.js';
import type { Login } from '../models/Login.js';
import type { Me } from '../models/Me.js';
import type { Refresh } from '../models/Refresh.js';
import type { RefreshTokenBody } from '../models/RefreshTokenBody.js';
import type { RequestedPasswordReset } from '../models/RequestedPasswordReset.js';
import type { RequestPasswordReset } from '../models/RequestPasswordReset.js';
import type { Session } from '../models/Session.js';
import type { SessionPage } from '../models/SessionPage.js';
import type { Signup } from '../models/Signup.js';
import type { UpdateMe } from '../models/UpdateMe.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class AuthService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Sign up: open an organization and become its owner
     * With the e-mail and password of an account that exists, the organization is that person’s too. An e-mail that somebody else has is no reason to refuse: the answer is the same, and its owner is told by mail.
     *
     * Needs no credentials.
     * @returns Session Done
     * @throws ApiError
     */
    public signup({
        requestBody,
    }: {
        requestBody: Signup,
    }): CancelablePromise<Session> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/auth/signup',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Sign in
     * After ten failures for one e-mail from one address, each next attempt has to wait, up to a minute.
     *
     * Needs no credentials.
     * @returns Session Done
     * @throws ApiError
     */
    public login({
        requestBody,
    }: {
        requestBody: Login,
    }): CancelablePromise<Session> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/auth/login',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * End the session of a refresh token
     * Needs no credentials.
     * @returns void
     * @throws ApiError
     */
    public logout({
        requestBody,
    }: {
        requestBody: RefreshTokenBody,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'POST',
            url: '/v1/auth/logout',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Ask for a link to set a new password
     * The answer is the same whether anybody has the e-mail or not. The link works for an hour.
     *
     * Needs no credentials.
     * @returns RequestedPasswordReset Done
     * @throws ApiError
     */
    public requestPasswordReset({
        requestBody,
    }: {
        requestBody: RequestPasswordReset,
    }): CancelablePromise<RequestedPasswordReset> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/auth/password-reset',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Set a new password with the token of the mail
     * Ends all of the person’s sessions.
     *
     * Needs no credentials.
     * @returns void
     * @throws ApiError
     */
    public confirmPasswordReset({
        requestBody,
    }: {
        requestBody: ConfirmPasswordReset,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'POST',
            url: '/v1/auth/password-reset/confirm',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Exchange a refresh token for new tokens
     * A refresh token works once. Using it a second time ends its session: refresh in one place and one at a time.
     *
     * Needs no credentials.
     * @returns Session Done
     * @throws ApiError
     */
    public refresh({
        requestBody,
    }: {
        requestBody: Refresh,
    }): CancelablePromise<Session> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/auth/refresh',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Who you are and which teams you belong to
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns Me Done
     * @throws ApiError
     */
    public getMe(): CancelablePromise<Me> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/me',
        });
    }
    /**
     * Change your name
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns Me Done
     * @throws ApiError
     */
    public updateMe({
        requestBody,
    }: {
        requestBody: UpdateMe,
    }): CancelablePromise<Me> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/me',
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Change your password; your other sessions end
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public changePassword({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: ChangePassword,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'POST',
            url: '/v1/me/password',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * List the devices on which you are signed in
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns SessionPage Done
     * @throws ApiError
     */
    public listSessions({
        limit = 50,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
    }): CancelablePromise<SessionPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/me/sessions',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Sign a device out at once
     * Allowed (`account:manage`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public endSession({
        id,
    }: {
        /**
         * Id of the session.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/me/sessions/{id}',
            path: {
                'id': id,
            },
        });
    }
}
