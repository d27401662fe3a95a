/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who or what acted:
 *
 * - `user`: A person who was signed in.
 * - `api_key`: A program with an API key.
 * - `system`: Waybill by itself.
 * - `driver_link`: A driver with the link to the run sheet.
 */
export type ActorKind = 'user' | 'api_key' | 'system' | 'driver_link';
