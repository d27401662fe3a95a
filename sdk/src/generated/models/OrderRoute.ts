/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * An order’s place on its route.
 */
export type OrderRoute = {
    /**
     * Id of the route.
     */
    id: string;
    /**
     * What the dispatcher calls the route.
     */
    title: string;
    /**
     * Which stop of the route this is, from 1.
     */
    position: number;
};
