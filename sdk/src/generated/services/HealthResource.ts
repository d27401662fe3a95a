/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Health } from '../models/Health.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export class HealthResource extends Resource {
    /**
     * Whether the process answers
     *
     * Needs no credentials.
     *
     * @returns Done
     */
    getLiveness(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/live' }, options);
    }
    /**
     * Whether it can do its work
     *
     * Needs no credentials.
     *
     * @returns Done
     */
    getReadiness(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/ready' }, options);
    }
}
