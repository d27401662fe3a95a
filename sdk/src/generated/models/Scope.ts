/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type Scope = 'organization:read' | 'organization:write' | 'depots:read' | 'depots:write' | 'clients:read' | 'clients:write' | 'invitations:read' | 'invitations:write' | 'team:read' | 'team:write' | 'fields:read' | 'required-fields:read' | 'orders:read' | 'orders:write' | 'stops:read' | 'stops:write' | 'routes:read' | 'routes:write' | 'drivers:read' | 'drivers:write';
