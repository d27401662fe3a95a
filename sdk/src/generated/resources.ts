/* generated from the OpenAPI document -- do not edit */
import type { Caller } from '../resource.js';
import { AuthResource } from './services/AuthResource.js';
import { MeResource } from './services/MeResource.js';
import { OrganizationResource } from './services/OrganizationResource.js';
import { DepotsResource } from './services/DepotsResource.js';
import { ClientsResource } from './services/ClientsResource.js';
import { InvitationsResource } from './services/InvitationsResource.js';
import { TeamResource } from './services/TeamResource.js';
import { ApiKeysResource } from './services/ApiKeysResource.js';
import { OrderFieldsResource } from './services/OrderFieldsResource.js';
import { RequiredFieldsResource } from './services/RequiredFieldsResource.js';
import { OrdersResource } from './services/OrdersResource.js';
import { OrderImportsResource } from './services/OrderImportsResource.js';
import { IntegrationsResource } from './services/IntegrationsResource.js';
import { StopsResource } from './services/StopsResource.js';
import { StopImportsResource } from './services/StopImportsResource.js';
import { ImportMappingResource } from './services/ImportMappingResource.js';
import { DriversResource } from './services/DriversResource.js';
import { RoutesResource } from './services/RoutesResource.js';
import { RunSheetsResource } from './services/RunSheetsResource.js';
import { FilesResource } from './services/FilesResource.js';
import { TrackingResource } from './services/TrackingResource.js';
import { EventsResource } from './services/EventsResource.js';
import { WebhookEndpointsResource } from './services/WebhookEndpointsResource.js';
import { JobsResource } from './services/JobsResource.js';
import { SandboxResource } from './services/SandboxResource.js';
import { HealthResource } from './services/HealthResource.js';

export class Resources {
    /**
     * Sign up, sign in, stay signed in, and the account of the person who is.
     */
    readonly auth: AuthResource;
    /**
     * Sign up, sign in, stay signed in, and the account of the person who is.
     */
    readonly me: MeResource;
    /**
     * The delivery company: its name, time zone and support contact.
     */
    readonly organization: OrganizationResource;
    /**
     * Where routes start. One is always the main depot; the first is made at sign-up.
     */
    readonly depots: DepotsResource;
    /**
     * The companies that hand over their orders, and what each must fill in.
     */
    readonly clients: ClientsResource;
    /**
     * The ways into a team: by e-mail or by a link, for a client’s first person or a colleague.
     */
    readonly invitations: InvitationsResource;
    /**
     * Who works in your own organization or client, and as what. A team always has exactly one owner.
     */
    readonly team: TeamResource;
    /**
     * Credentials for programs, each with the scopes it needs.
     */
    readonly apiKeys: ApiKeysResource;
    /**
     * Every field that an order may have, and those that a client’s orders must fill.
     */
    readonly orderFields: OrderFieldsResource;
    /**
     * Every field that an order may have, and those that a client’s orders must fill.
     */
    readonly requiredFields: RequiredFieldsResource;
    /**
     * The client’s side: draft, submit, withdraw, follow.
     */
    readonly orders: OrdersResource;
    /**
     * Spreadsheets of orders: look, upload, correct what was rejected, undo.
     */
    readonly orderImports: OrderImportsResource;
    /**
     * The client’s Shopify stores: connect, take over their orders, tell them what was delivered.
     */
    readonly integrations: IntegrationsResource;
    /**
     * The dispatcher’s side of the same orders: a stop has the id of its order.
     */
    readonly stops: StopsResource;
    /**
     * Spreadsheets of stops for dispatchers, with a Client ID column.
     */
    readonly stopImports: StopImportsResource;
    /**
     * What `mapping` of earlier spreadsheets is remembered: of a client’s orders, or of the dispatchers’ stops.
     */
    readonly importMapping: ImportMappingResource;
    /**
     * Who drives the routes.
     */
    readonly drivers: DriversResource;
    /**
     * Stops in order, with their ETAs, and the run sheet for the driver.
     */
    readonly routes: RoutesResource;
    /**
     * Stops in order, with their ETAs, and the run sheet for the driver.
     */
    readonly runSheets: RunSheetsResource;
    /**
     * Photos and signatures behind the signed URLs that their proof of delivery tells.
     */
    readonly files: FilesResource;
    /**
     * What the recipient of an order sees.
     */
    readonly tracking: TrackingResource;
    /**
     * What happens, as a list to go on reading and as a stream.
     */
    readonly events: EventsResource;
    /**
     * Where events are sent as they happen, signed by Standard Webhooks, and what became of each.
     */
    readonly webhookEndpoints: WebhookEndpointsResource;
    /**
     * Work behind the scenes that failed for good, and another try of it.
     */
    readonly jobs: JobsResource;
    /**
     * An organization to try everything in: mails stay inside, routes drive themselves, its clock moves.
     */
    readonly sandbox: SandboxResource;
    /**
     * Probes for operators.
     */
    readonly health: HealthResource;

    constructor(caller: Caller) {
        this.auth = new AuthResource(caller);
        this.me = new MeResource(caller);
        this.organization = new OrganizationResource(caller);
        this.depots = new DepotsResource(caller);
        this.clients = new ClientsResource(caller);
        this.invitations = new InvitationsResource(caller);
        this.team = new TeamResource(caller);
        this.apiKeys = new ApiKeysResource(caller);
        this.orderFields = new OrderFieldsResource(caller);
        this.requiredFields = new RequiredFieldsResource(caller);
        this.orders = new OrdersResource(caller);
        this.orderImports = new OrderImportsResource(caller);
        this.integrations = new IntegrationsResource(caller);
        this.stops = new StopsResource(caller);
        this.stopImports = new StopImportsResource(caller);
        this.importMapping = new ImportMappingResource(caller);
        this.drivers = new DriversResource(caller);
        this.routes = new RoutesResource(caller);
        this.runSheets = new RunSheetsResource(caller);
        this.files = new FilesResource(caller);
        this.tracking = new TrackingResource(caller);
        this.events = new EventsResource(caller);
        this.webhookEndpoints = new WebhookEndpointsResource(caller);
        this.jobs = new JobsResource(caller);
        this.sandbox = new SandboxResource(caller);
        this.health = new HealthResource(caller);
    }
}
