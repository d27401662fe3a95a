/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TimelineEntry = {
    id: string;
    type: string;
    at: string;
    actor: {
        kind: 'user' | 'api_key' | 'system' | 'driver_link';
        name: string | null;
    };
    /**
     * What the event itself tells; may gain fields.
     */
    data: Record<string, any>;
};
