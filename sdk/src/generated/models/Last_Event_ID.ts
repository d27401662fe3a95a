/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The id of the last event that came; the stream goes on with the next one. All zeros: with the oldest event that is kept.
 */
export type Last_Event_ID = string;
