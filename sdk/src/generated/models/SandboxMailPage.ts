/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SandboxMail } from './SandboxMail.js';
/**
 * One page of a list of mails.
 */
export type SandboxMailPage = {
    /**
     * The mails of this page, in the order of the list.
     */
    items: Array<SandboxMail>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
