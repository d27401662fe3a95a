/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InviteMember = {
    kind: 'member';
    /**
     * Organization: admin, dispatcher or viewer. Client: admin or member.
     */
    role: 'admin' | 'dispatcher' | 'viewer' | 'member';
    /**
     * `email` sends a mail; `link` answers a `url` to hand on yourself.
     */
    channel: 'email' | 'link';
    /**
     * Needed for `email`.
     */
    email?: string | undefined;
};
