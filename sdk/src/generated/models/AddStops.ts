/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type AddStops = {
    stopIds: Array<string>;
    /**
     * Where the first of them goes, from 1. Default: the end.
     */
    position?: number | undefined;
};
