/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type InviteClient = {
    kind: 'client';
    clientId: string;
    /**
     * `email` sends a mail; `link` answers a `url` to hand on yourself.
     */
    channel: 'email' | 'link';
    /**
     * Default: the client’s contact e-mail.
     */
    email?: string | undefined;
};
