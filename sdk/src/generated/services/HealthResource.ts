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
     * Asks nothing else: a process that answers is alive.
     *
     * Needs no credentials.
     *
     * @returns It answers.
     */
    getLiveness(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/live' }, options);
    }
    /**
     * Whether it can do its work
     *
     * Send no traffic while it answers `unavailable`: it means the database. Other faults are told as `degraded`.
     *
     * Needs no credentials.
     *
     * @returns It can work, though perhaps not all of it well.
     */
    getReadiness(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/ready' }, options);
    }
}
