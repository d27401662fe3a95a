/* generated from the OpenAPI document -- do not edit */
import type { Caller } from '../resource.js';
import { AuthResource } from './services/AuthResource.js';
import { HealthResource } from './services/HealthResource.js';
import { ApiKeysResource } from './services/ApiKeysResource.js';
import { ClientsResource } from './services/ClientsResource.js';
import { DepotsResource } from './services/DepotsResource.js';
import { DriversResource } from './services/DriversResource.js';
import { InvitationsResource } from './services/InvitationsResource.js';
import { RequiredFieldsResource } from './services/RequiredFieldsResource.js';
import { OrderImportsResource } from './services/OrderImportsResource.js';
import { OrdersResource } from './services/OrdersResource.js';
import { OrganizationResource } from './services/OrganizationResource.js';
import { RoutesResource } from './services/RoutesResource.js';
import { StopImportsResource } from './services/StopImportsResource.js';
import { StopsResource } from './services/StopsResource.js';
import { TeamsResource } from './services/TeamsResource.js';
import { TrackingResource } from './services/TrackingResource.js';

export class Resources {
    /**
     * Sign up, sign in, stay signed in.
     */
    readonly auth: AuthResource;
    /**
     * For operators.
     */
    readonly health: HealthResource;
    /**
     * For programs.
     */
    readonly apiKeys: ApiKeysResource;
    /**
     * The companies that hand over their orders.
     */
    readonly clients: ClientsResource;
    /**
     * Where routes start.
     */
    readonly depots: DepotsResource;
    /**
     * Who drives.
     */
    readonly drivers: DriversResource;
    /**
     * Ways into a team.
     */
    readonly invitations: InvitationsResource;
    /**
     * What an order must carry.
     */
    readonly requiredFields: RequiredFieldsResource;
    /**
     * Spreadsheets in.
     */
    readonly orderImports: OrderImportsResource;
    /**
     * The client’s side: draft, submit, follow.
     */
    readonly orders: OrdersResource;
    /**
     * The delivery company.
     */
    readonly organization: OrganizationResource;
    /**
     * Stops in order, with their ETAs.
     */
    readonly routes: RoutesResource;
    /**
     * The same for dispatchers, with a Client ID column.
     */
    readonly stopImports: StopImportsResource;
    /**
     * The dispatcher’s side of the same orders.
     */
    readonly stops: StopsResource;
    /**
     * Who works here, and as what.
     */
    readonly teams: TeamsResource;
    /**
     * What recipients see.
     */
    readonly tracking: TrackingResource;

    constructor(caller: Caller) {
        this.auth = new AuthResource(caller);
        this.health = new HealthResource(caller);
        this.apiKeys = new ApiKeysResource(caller);
        this.clients = new ClientsResource(caller);
        this.depots = new DepotsResource(caller);
        this.drivers = new DriversResource(caller);
        this.invitations = new InvitationsResource(caller);
        this.requiredFields = new RequiredFieldsResource(caller);
        this.orderImports = new OrderImportsResource(caller);
        this.orders = new OrdersResource(caller);
        this.organization = new OrganizationResource(caller);
        this.routes = new RoutesResource(caller);
        this.stopImports = new StopImportsResource(caller);
        this.stops = new StopsResource(caller);
        this.teams = new TeamsResource(caller);
        this.tracking = new TrackingResource(caller);
    }
}
