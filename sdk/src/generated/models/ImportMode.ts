/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What happens to good rows beside bad ones:
 *
 * - `skip_invalid`: The good rows are imported, the bad ones are reported.
 * - `all_or_nothing`: One bad row, and nothing is imported.
 */
export type ImportMode = 'skip_invalid' | 'all_or_nothing';
