/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ApiRequestOptions = {
    readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH';
    readonly accept?: string | undefined;
    readonly url: string;
    readonly path?: Record<string, any> | undefined;
    readonly cookies?: Record<string, any> | undefined;
    readonly headers?: Record<string, any> | undefined;
    readonly query?: Record<string, any> | undefined;
    readonly formData?: Record<string, any> | undefined;
    readonly body?: any | undefined;
    readonly mediaType?: string | undefined;
    readonly responseHeader?: string | undefined;
    readonly errors?: Record<number, string> | undefined;
};
