/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Health = {
    /**
     * `degraded`: it works, but somebody should look at the checks
     */
    status: 'ok' | 'degraded';
    checks: Record<string, 'up' | 'degraded' | 'down'>;
};
