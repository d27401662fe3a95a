/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OrderSummary = {
    draft: number;
    submitted: number;
    scheduled: number;
    out_for_delivery: number;
    delivered: number;
    picked_up: number;
    failed: number;
};
