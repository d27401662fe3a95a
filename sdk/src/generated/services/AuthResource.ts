/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConfirmPasswordReset } from '../models/ConfirmPasswordReset.js';
import type { Login } from '../models/Login.js';
import type { Refresh } from '../models/Refresh.js';
import type { RefreshTokenBody } from '../models/RefreshTokenBody.js';
import type { RequestedPasswordReset } from '../models/RequestedPasswordReset.js';
import type { RequestPasswordReset } from '../models/RequestPasswordReset.js';
import type { Session } from '../models/Session.js';
import type { Signup } from '../models/Signup.js';
import type { SignupSession } from '../models/SignupSession.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class AuthResource extends Resource {
    /**
     * Sign up: open an organization and become its owner
     *
     * With the e-mail and password of an account that exists, the organization is that person’s too. An e-mail that
     * somebody else has is no reason to refuse: the answer is the same, and its owner is told by mail. The
     * organization starts with one depot, its main one, in its country and time zone.
     *
     * Needs no credentials.
     *
     * @returns A session of the new owner, and the organization with what was guessed of it.
     * @throws WaybillError `signup_closed`
     */
    signup(body: Signup, options?: RequestOptions): Promise<Answer<SignupSession>> {
        return this.call({ method: 'POST', url: '/v1/auth/signup', body }, options);
    }
    /**
     * Sign in
     *
     * Opens a session in the team of `membershipId`, or else in the one the person joined first. An unknown e-mail and
     * a wrong password both answer `credentials_invalid`. After ten failures for one e-mail from one address, or
     * thirty where it was signed in before, each next attempt has to wait, up to a minute.
     *
     * Needs no credentials.
     *
     * @returns A new session: its tokens, and every team the person may switch to.
     */
    login(body: Login, options?: RequestOptions): Promise<Answer<Session>> {
        return this.call({ method: 'POST', url: '/v1/auth/login', body }, options);
    }
    /**
     * Exchange a refresh token for new tokens
     *
     * A refresh token works once. Using it a second time ends its session: refresh in one place and one at a time.
     * With `membershipId` the session goes on in another of the person’s teams.
     *
     * Needs no credentials.
     *
     * @returns The session with new tokens.
     * @throws WaybillError `not_found`
     */
    refresh(body: Refresh, options?: RequestOptions): Promise<Answer<Session>> {
        return this.call({ method: 'POST', url: '/v1/auth/refresh', body }, options);
    }
    /**
     * End the session of a refresh token
     *
     * Its access tokens and refresh token are refused from now on. A token that is unknown or has ended already is no
     * error.
     *
     * Needs no credentials.
     */
    logout(body: RefreshTokenBody, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'POST', url: '/v1/auth/logout', body, accept: '' }, options);
    }
    /**
     * Ask for a link to set a new password
     *
     * The answer is the same whether anybody has the e-mail or not. The link works for an hour; nobody gets more than
     * five mails within an hour.
     *
     * Needs no credentials.
     *
     * @returns What to tell whoever asked; a mail may be on its way.
     */
    requestPasswordReset(body: RequestPasswordReset, options?: RequestOptions): Promise<Answer<RequestedPasswordReset>> {
        return this.call({ method: 'POST', url: '/v1/auth/password-reset', body }, options);
    }
    /**
     * Set a new password with the token of the mail
     *
     * Ends all of the person’s sessions. A token works once: used, expired or incomplete ones answer `token_invalid`.
     *
     * Needs no credentials.
     */
    confirmPasswordReset(body: ConfirmPasswordReset, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'POST', url: '/v1/auth/password-reset/confirm', body, accept: '' }, options);
    }
}
