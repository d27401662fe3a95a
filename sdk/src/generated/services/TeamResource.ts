/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Member } from '../models/Member.js';
import type { TeamMemberPage } from '../models/TeamMemberPage.js';
import type { TransferOwnership } from '../models/TransferOwnership.js';
import type { UpdateMember } from '../models/UpdateMember.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListTeamMembersQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class TeamResource extends Resource {
    /**
     * List the members of your team
     *
     * `removalEnds` says how many API keys and open invitations would end with each member.
     *
     * Allowed (`team:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns One page of members, newest first.
     */
    listMembers(query?: ListTeamMembersQuery, options?: RequestOptions): PagePromise<TeamMemberPage> {
        return this.page({ method: 'GET', url: '/v1/team/members', query }, options);
    }
    /**
     * Change a member’s role
     *
     * API keys and open invitations that the member made end where the new role could not have made them. The owner
     * answers `owner_required`: transfer the ownership instead.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the membership.
     * @returns The member with the new role.
     * @throws WaybillError `not_found`, `owner_required`, `stale_version`
     */
    updateMember(id: string, body: UpdateMember, options?: RequestOptions): Promise<Answer<Member>> {
        return this.call({ method: 'PATCH', url: '/v1/team/members/{id}', path: { id }, body }, options);
    }
    /**
     * Remove a member, or leave
     *
     * Their sessions in this team end at once, and so does everything that could let them in again: the API keys they
     * made, and the open invitations that they or those keys made. `removalEnds` of `GET /v1/team/members` says how
     * many of each. The owner answers `owner_required`.
     *
     * Allowed (`team:write`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the membership.
     * @throws WaybillError `not_found`, `owner_required`, `stale_version`
     */
    removeMember(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/team/members/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Make another member the owner
     *
     * You become an admin, in the same step: a team always has exactly one owner.
     *
     * Allowed (`team:transfer`): organization: owner; client: owner.
     *
     * @returns The new owner.
     * @throws WaybillError `not_found`
     */
    transferOwnership(body: TransferOwnership, options?: RequestOptions): Promise<Answer<Member>> {
        return this.call({ method: 'POST', url: '/v1/team/transfer-ownership', body }, options);
    }
}
