/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far a client is:
 *
 * - `invited`: None of its people has signed up yet.
 * - `active`: It has people who can sign in.
 * - `archived`: Its people cannot sign in; its orders stay.
 */
export type ClientStatus = 'invited' | 'active' | 'archived';
