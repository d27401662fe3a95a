/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AcceptInvitation } from '../models/AcceptInvitation.js';
import type { CreateInvitation } from '../models/CreateInvitation.js';
import type { Invitation } from '../models/Invitation.js';
import type { InvitationKind } from '../models/InvitationKind.js';
import type { InvitationOffer } from '../models/InvitationOffer.js';
import type { InvitationPage } from '../models/InvitationPage.js';
import type { InvitationStatus } from '../models/InvitationStatus.js';
import type { LookupInvitation } from '../models/LookupInvitation.js';
import type { Session } from '../models/Session.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListInvitationsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only invitations in this state.
     */
    status?: InvitationStatus | undefined;
    /**
     * Only invitations of this kind.
     */
    kind?: InvitationKind | undefined;
    /**
     * Only invitations of this client.
     */
    clientId?: string | undefined;
}
export class InvitationsResource extends Resource {
    /**
     * List invitations
     *
     * An organization sees those to its clients and its own team; a client sees those to its own team. Links are not
     * shown again: resend an invitation to get a new one.
     *
     * Allowed (`invitations:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin.
     *
     * @returns One page of invitations, newest first.
     */
    list(query?: ListInvitationsQuery, options?: RequestOptions): PagePromise<InvitationPage> {
        return this.page({ method: 'GET', url: '/v1/invitations', query }, options);
    }
    /**
     * Invite a client, or a member of the own team
     *
     * By `email` the link is mailed; as a `link` it comes in `url`, this once, for the caller to pass on. An
     * invitation works once, by default for seven days; the first user of a client becomes its owner. Only owners and
     * admins may invite to their own team (`permission_denied`).
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     *
     * @returns The new invitation; with `url` if it is a link.
     * @throws WaybillError `not_found`, `already_member`, `client_archived`, `client_already_active`
     */
    create(body: CreateInvitation, options?: RequestOptions): Promise<Answer<Invitation>> {
        return this.call({ method: 'POST', url: '/v1/invitations', body }, options);
    }
    /**
     * See who invites whom
     *
     * For the page that a guest sees before accepting; looking uses nothing up. Used, expired, revoked and unknown
     * tokens all answer `invitation_invalid`.
     *
     * Needs no credentials.
     *
     * @returns Who invites, to which team and role, and until when.
     * @throws WaybillError `invitation_invalid`
     */
    lookup(body: LookupInvitation, options?: RequestOptions): Promise<Answer<InvitationOffer>> {
        return this.call({ method: 'POST', url: '/v1/invitations/lookup', body }, options);
    }
    /**
     * Accept an invitation and sign in
     *
     * Somebody who has an account joins with its password and keeps its name; everybody else chooses one of 15
     * characters or more. An invitation sent by e-mail is for that e-mail alone. A link does not tell which e-mails
     * have accounts: whoever uses one with an e-mail that somebody else has, and another password, joins as a person
     * apart, and its owner is told by mail.
     *
     * Needs no credentials.
     *
     * @returns A session in the team that was joined.
     * @throws WaybillError `invitation_invalid`, `already_member`
     */
    accept(body: AcceptInvitation, options?: RequestOptions): Promise<Answer<Session>> {
        return this.call({ method: 'POST', url: '/v1/invitations/accept', body }, options);
    }
    /**
     * Send an invitation again
     *
     * Goes out the way it went before, with a new link and a new expiry; the earlier link ends. One that was accepted
     * or revoked answers `invitation_not_pending`.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     *
     * @param id Id of the invitation.
     * @returns The invitation with its new expiry; with a new `url` if it is a link.
     * @throws WaybillError `not_found`, `invitation_not_pending`, `client_archived`, `client_already_active`
     */
    resend(id: string, options?: RequestOptions): Promise<Answer<Invitation>> {
        return this.call({ method: 'POST', url: '/v1/invitations/{id}/resend', path: { id } }, options);
    }
    /**
     * Revoke an invitation
     *
     * Its link ends at once. One that was accepted or revoked answers `invitation_not_pending`: remove the member
     * instead.
     *
     * Allowed (`invitations:write`): organization: owner, admin, dispatcher; client: owner, admin.
     *
     * @param id Id of the invitation.
     * @throws WaybillError `not_found`, `invitation_not_pending`
     */
    revoke(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/invitations/{id}', path: { id }, accept: '' }, options);
    }
}
