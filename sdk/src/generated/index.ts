/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export { GeneratedClient } from './GeneratedClient.js';

export { ApiError } from './core/ApiError.js';
export { BaseHttpRequest } from './core/BaseHttpRequest.js';
export { CancelablePromise, CancelError } from './core/CancelablePromise.js';
export { OpenAPI } from './core/OpenAPI.js';
export type { OpenAPIConfig } from './core/OpenAPI.js';

export type { CreateDepot } from './models/CreateDepot.js';
export type { Depot } from './models/Depot.js';
export type { DepotPage } from './models/DepotPage.js';
export type { FieldProblem } from './models/FieldProblem.js';
export type { Health } from './models/Health.js';
export type { Login } from './models/Login.js';
export type { Me } from './models/Me.js';
export type { Membership } from './models/Membership.js';
export type { Problem } from './models/Problem.js';
export type { RefreshTokenBody } from './models/RefreshTokenBody.js';
export type { Role } from './models/Role.js';
export type { Session } from './models/Session.js';
export type { Signup } from './models/Signup.js';
export type { UpdateDepot } from './models/UpdateDepot.js';
export type { User } from './models/User.js';

export { AuthService } from './services/AuthService.js';
export { DepotsService } from './services/DepotsService.js';
export { HealthService } from './services/HealthService.js';
