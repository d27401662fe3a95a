/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Depot = {
    id: string;
    name: string;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
    timezone: string;
    countryCode: string | null;
    isMain: boolean;
    createdAt: string;
};
