/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Health } from '../models/Health.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class HealthService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Whether the process answers
     * Needs no credentials.
     * @returns Health Done
     * @throws ApiError
     */
    public getLiveness(): CancelablePromise<Health> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/health/live',
        });
    }
    /**
     * Whether it can do its work
     * Needs no credentials.
     * @returns Health Done
     * @throws ApiError
     */
    public getReadiness(): CancelablePromise<Health> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/health/ready',
        });
    }
}
