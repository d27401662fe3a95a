/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Health = {
    status: 'ok' | 'degraded';
    checks: Record<string, 'up' | 'down'>;
};
