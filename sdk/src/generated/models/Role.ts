/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What somebody is in a team:
 *
 * - `owner`: May do everything, and alone can hand over the ownership; every team has exactly one.
 * - `admin`: May do everything but hand over the ownership.
 * - `dispatcher`: In an organization: works with clients, stops, routes and drivers.
 * - `viewer`: In an organization: sees everything and changes nothing.
 * - `member`: In a client: works with orders.
 */
export type Role = 'owner' | 'admin' | 'dispatcher' | 'viewer' | 'member';
