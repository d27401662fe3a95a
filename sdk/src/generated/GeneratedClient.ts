/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BaseHttpRequest } from './core/BaseHttpRequest.js';
import type { OpenAPIConfig } from './core/OpenAPI.js';
import { FetchHttpRequest } from './core/FetchHttpRequest.js';
import { AuthService } from './services/AuthService.js';
import { ClientsService } from './services/ClientsService.js';
import { DepotsService } from './services/DepotsService.js';
import { HealthService } from './services/HealthService.js';
import { InvitationsService } from './services/InvitationsService.js';
type HttpRequestConstructor = new (config: OpenAPIConfig) => BaseHttpRequest;
export class GeneratedClient {
    public readonly auth: AuthService;
    public readonly clients: ClientsService;
    public readonly depots: DepotsService;
    public readonly health: HealthService;
    public readonly invitations: InvitationsService;
    public readonly request: BaseHttpRequest;
    constructor(config?: Partial<OpenAPIConfig>, HttpRequest: HttpRequestConstructor = FetchHttpRequest) {
        this.request = new HttpRequest({
            BASE: config?.BASE ?? '',
            VERSION: config?.VERSION ?? '1',
            WITH_CREDENTIALS: config?.WITH_CREDENTIALS ?? false,
            CREDENTIALS: config?.CREDENTIALS ?? 'include',
            TOKEN: config?.TOKEN,
            USERNAME: config?.USERNAME,
            PASSWORD: config?.PASSWORD,
            HEADERS: config?.HEADERS,
            ENCODE_PATH: config?.ENCODE_PATH,
        });
        this.auth = new AuthService(this.request);
        this.clients = new ClientsService(this.request);
        this.depots = new DepotsService(this.request);
        this.health = new HealthService(this.request);
        this.invitations = new InvitationsService(this.request);
    }
}
