/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Role } from './Role.js';
export type Member = {
    id: string;
    userId: string;
    name: string;
    email: string;
    role: Role;
    /**
     * When they joined.
     */
    createdAt: string;
};
