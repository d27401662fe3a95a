/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far an import is:
 *
 * - `queued`: It waits for its turn.
 * - `running`: Its rows are being imported.
 * - `completed`: It is done, and every row was good.
 * - `completed_with_warnings`: It is done, and every row was good, but columns that look like order fields were not used; `message` names them.
 * - `completed_with_errors`: It is done; bad rows were left out.
 * - `failed`: It could not be done; `message` says why.
 * - `cancelled`: Somebody cancelled it.
 */
export type ImportStatus = 'queued' | 'running' | 'completed' | 'completed_with_warnings' | 'completed_with_errors' | 'failed' | 'cancelled';
