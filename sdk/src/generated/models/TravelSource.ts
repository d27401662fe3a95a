/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where travel times come from:
 *
 * - `osrm`: The streets, by the OSRM server of this installation.
 * - `straight_line`: The straight line times a factor, at the usual speed in town.
 */
export type TravelSource = 'osrm' | 'straight_line';
