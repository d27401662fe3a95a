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

export type { AcceptInvitation } from './models/AcceptInvitation.js';
export type { Client } from './models/Client.js';
export type { ClientPage } from './models/ClientPage.js';
export type { CreateClient } from './models/CreateClient.js';
export type { CreatedClient } from './models/CreatedClient.js';
export type { CreateDepot } from './models/CreateDepot.js';
export type { CreateInvitation } from './models/CreateInvitation.js';
export type { Depot } from './models/Depot.js';
export type { DepotPage } from './models/DepotPage.js';
export type { FieldProblem } from './models/FieldProblem.js';
export type { Health } from './models/Health.js';
export type { Invitation } from './models/Invitation.js';
export type { InvitationOffer } from './models/InvitationOffer.js';
export type { InvitationPage } from './models/InvitationPage.js';
export type { InviteClient } from './models/InviteClient.js';
export type { InviteMember } from './models/InviteMember.js';
export type { Login } from './models/Login.js';
export type { LookupInvitation } from './models/LookupInvitation.js';
export type { Me } from './models/Me.js';
export type { Member } from './models/Member.js';
export type { MemberPage } from './models/MemberPage.js';
export type { Membership } from './models/Membership.js';
export type { Problem } from './models/Problem.js';
export type { RefreshTokenBody } from './models/RefreshTokenBody.js';
export type { RequiredFields } from './models/RequiredFields.js';
export type { Role } from './models/Role.js';
export type { Session } from './models/Session.js';
export type { SetRequiredFields } from './models/SetRequiredFields.js';
export type { Signup } from './models/Signup.js';
export type { UpdateClient } from './models/UpdateClient.js';
export type { UpdateDepot } from './models/UpdateDepot.js';
export type { User } from './models/User.js';

export { AuthService } from './services/AuthService.js';
export { ClientsService } from './services/ClientsService.js';
export { DepotsService } from './services/DepotsService.js';
export { HealthService } from './services/HealthService.js';
export { InvitationsService } from './services/InvitationsService.js';
