/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OrderStatus = 'draft' | 'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed';
