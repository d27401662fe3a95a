/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far a route is:
 *
 * - `planned`: It has not started; its stops can be changed.
 * - `started`: The driver is on the way.
 * - `completed`: It is over.
 */
export type RouteStatus = 'planned' | 'started' | 'completed';
