/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SessionInfo } from './SessionInfo.js';
/**
 * One page of a list of sessions.
 */
export type SessionPage = {
    /**
     * The sessions of this page, in the order of the list.
     */
    items: Array<SessionInfo>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
