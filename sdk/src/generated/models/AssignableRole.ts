/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What a member can become:
 *
 * - `admin`: May do everything but hand over the ownership.
 * - `dispatcher`: In an organization: works with clients, stops, routes and drivers.
 * - `viewer`: In an organization: sees everything and changes nothing.
 * - `member`: In a client: works with orders.
 */
export type AssignableRole = 'admin' | 'dispatcher' | 'viewer' | 'member';
