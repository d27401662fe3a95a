/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What a key may do, of what its team may do:
 *
 * - `organization:read`: See the organization.
 * - `organization:write`: Change the organization.
 * - `depots:read`: See depots.
 * - `depots:write`: Make, change and delete depots.
 * - `clients:read`: See clients, their members and what their orders must carry.
 * - `clients:write`: Make, change, archive and restore clients.
 * - `invitations:read`: See invitations.
 * - `invitations:write`: Make, send again and take back invitations.
 * - `team:read`: See the members of the team.
 * - `team:write`: Change the roles of members and remove members.
 * - `fields:read`: See the fields that orders have.
 * - `required-fields:read`: See what the client’s orders must carry.
 * - `orders:read`: See orders and imports of the client.
 * - `orders:write`: Make, import, change, submit, withdraw and delete orders of the client.
 * - `integrations:read`: See the client’s stores and their orders.
 * - `stops:read`: See stops and their imports.
 * - `stops:write`: Make, import, change, return and delete stops, and record attempts.
 * - `import-mapping:read`: See what spreadsheets were taught.
 * - `import-mapping:write`: Forget what spreadsheets were taught.
 * - `routes:read`: See routes.
 * - `routes:write`: Make, plan, start, complete and delete routes.
 * - `drivers:read`: See drivers.
 * - `drivers:write`: Add, change and delete drivers.
 * - `events:read`: Be told what happens, of what its other scopes let it see.
 * - `jobs:manage`: See work that was given up, and have it tried again.
 * - `sandbox:manage`: In a sandbox: read its mails, drive its routes, move its clock.
 */
export type Scope = 'organization:read' | 'organization:write' | 'depots:read' | 'depots:write' | 'clients:read' | 'clients:write' | 'invitations:read' | 'invitations:write' | 'team:read' | 'team:write' | 'fields:read' | 'required-fields:read' | 'orders:read' | 'orders:write' | 'integrations:read' | 'stops:read' | 'stops:write' | 'import-mapping:read' | 'import-mapping:write' | 'routes:read' | 'routes:write' | 'drivers:read' | 'drivers:write' | 'events:read' | 'jobs:manage' | 'sandbox:manage';
