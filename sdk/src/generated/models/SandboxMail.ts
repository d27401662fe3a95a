/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A mail of a sandbox, kept instead of sent.
 */
export type SandboxMail = {
    /**
     * Id of the mail.
     */
    id: string;
    /**
     * Whom it would have been sent to.
     */
    to: string;
    /**
     * Its subject.
     */
    subject: string;
    /**
     * Its content as plain text.
     */
    text: string;
    /**
     * Its content as HTML.
     */
    html: string;
    /**
     * When it would have been sent.
     */
    createdAt: string;
};
