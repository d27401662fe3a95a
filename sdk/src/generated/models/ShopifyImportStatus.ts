/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far an import is:
 *
 * - `queued`: It waits for its turn.
 * - `running`: Its orders are being imported.
 * - `completed`: It is done, and every order is a draft or was imported before.
 * - `completed_with_errors`: It is done; some orders could not be imported.
 * - `failed`: It could not be finished; `message` says why. What it had imported stays.
 * - `cancelled`: Somebody cancelled it. What it had imported stays.
 */
export type ShopifyImportStatus = 'queued' | 'running' | 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';
