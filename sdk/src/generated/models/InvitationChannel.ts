/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How it reaches the person:
 *
 * - `email`: Waybill sends a mail.
 * - `link`: The answer carries a `url` to hand on yourself.
 */
export type InvitationChannel = 'email' | 'link';
