/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TeamMember } from './TeamMember.js';
export type TeamMemberPage = {
    items: Array<TeamMember>;
    /**
     * Pass as `cursor` for the next page; null at the end.
     */
    nextCursor: string | null;
};
