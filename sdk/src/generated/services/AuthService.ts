/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Login } from '../models/Login.js';
import type { Me } from '../models/Me.js';
import type { RefreshTokenBody } from '../models/RefreshTokenBody.js';
import type { Session } from '../models/Session.js';
import type { Signup } from '../models/Signup.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class AuthService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Sign in
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
            errors: {
                400: `\`validation_failed\``,
                401: `\`credentials_invalid\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
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
            method: 'POST',
            url: '/v1/auth/logout',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
    /**
     * Exchange a refresh token for new tokens
     * Needs no credentials.
     * @returns Session Done
     * @throws ApiError
     */
    public refresh({
        requestBody,
    }: {
        requestBody: RefreshTokenBody,
    }): CancelablePromise<Session> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/auth/refresh',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\``,
                401: `\`token_invalid\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
    /**
     * Open an organization and become its owner
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
            errors: {
                400: `\`validation_failed\``,
                403: `\`signup_closed\``,
                409: `\`email_taken\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
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
            errors: {
                400: `\`validation_failed\``,
                401: `\`authentication_required\`, \`token_invalid\``,
                403: `\`permission_denied\``,
                429: `\`rate_limited\``,
                500: `\`internal_error\``,
                503: `\`unavailable\``,
            },
        });
    }
}
