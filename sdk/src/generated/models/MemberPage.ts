/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Member } from './Member.js';
/**
 * One page of a list of members.
 */
export type MemberPage = {
    /**
     * The members of this page, in the order of the list.
     */
    items: Array<Member>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
