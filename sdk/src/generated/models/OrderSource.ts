/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How an order came here:
 *
 * - `manual`: A person of the client typed it in.
 * - `spreadsheet`: A row of an imported spreadsheet.
 * - `shopify`: Taken over from the client’s Shopify store.
 * - `dispatcher`: A dispatcher made it as a stop.
 * - `api`: A program made it with an API key.
 */
export type OrderSource = 'manual' | 'spreadsheet' | 'shopify' | 'dispatcher' | 'api';
