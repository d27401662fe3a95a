/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BaseHttpRequest } from './core/BaseHttpRequest.js';
import type { OpenAPIConfig } from './core/OpenAPI.js';
import { FetchHttpRequest } from './core/FetchHttpRequest.js';
import { ApiKeysService } from './services/ApiKeysService.js';
import { AuthService } from './services/AuthService.js';
import { ClientsService } from './services/ClientsService.js';
import { DepotsService } from './services/DepotsService.js';
import { DriversService } from './services/DriversService.js';
import { HealthService } from './services/HealthService.js';
import { InvitationsService } from './services/InvitationsService.js';
import { OrderImportsService } from './services/OrderImportsService.js';
import { OrdersService } from './services/OrdersService.js';
import { OrganizationService } from './services/OrganizationService.js';
import { RequiredFieldsService } from './services/RequiredFieldsService.js';
import { RoutesService } from './services/RoutesService.js';
import { StopImportsService } from './services/StopImportsService.js';
import { StopsService } from './services/StopsService.js';
import { TeamsService } from './services/TeamsService.js';
import { TrackingService } from './services/TrackingService.js';
type HttpRequestConstructor = new (config: OpenAPIConfig) => BaseHttpRequest;
export class GeneratedClient {
    public readonly apiKeys: ApiKeysService;
    public readonly auth: AuthService;
    public readonly clients: ClientsService;
    public readonly depots: DepotsService;
    public readonly drivers: DriversService;
    public readonly health: HealthService;
    public readonly invitations: InvitationsService;
    public readonly orderImports: OrderImportsService;
    public readonly orders: OrdersService;
    public readonly organization: OrganizationService;
    public readonly requiredFields: RequiredFieldsService;
    public readonly routes: RoutesService;
    public readonly stopImports: StopImportsService;
    public readonly stops: StopsService;
    public readonly teams: TeamsService;
    public readonly tracking: TrackingService;
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
        this.apiKeys = new ApiKeysService(this.request);
        this.auth = new AuthService(this.request);
        this.clients = new ClientsService(this.request);
        this.depots = new DepotsService(this.request);
        this.drivers = new DriversService(this.request);
        this.health = new HealthService(this.request);
        this.invitations = new InvitationsService(this.request);
        this.orderImports = new OrderImportsService(this.request);
        this.orders = new OrdersService(this.request);
        this.organization = new OrganizationService(this.request);
        this.requiredFields = new RequiredFieldsService(this.request);
        this.routes = new RoutesService(this.request);
        this.stopImports = new StopImportsService(this.request);
        this.stops = new StopsService(this.request);
        this.teams = new TeamsService(this.request);
        this.tracking = new TrackingService(this.request);
    }
}
