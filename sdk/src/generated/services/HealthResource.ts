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
     * Looks at nothing else, so that a process is not restarted because its database is away. For a liveness probe;
     * not rate limited.
     *
     * Needs no credentials.
     *
     * @returns The process answers; `checks` is empty.
     */
    live(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/live' }, options);
    }
    /**
     * Whether it can do its work
     *
     * Only a database that does not answer makes it 503 `unavailable`; other trouble is `degraded`, with 200. For a
     * load balancer’s probe; not rate limited.
     *
     * Needs no credentials.
     *
     * @returns The state of each part that was looked at.
     */
    ready(options?: RequestOptions): Promise<Answer<Health>> {
        return this.call({ method: 'GET', url: '/health/ready' }, options);
    }
}
