/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumn } from './ImportColumn.js';
import type { ImportError } from './ImportError.js';
export type ImportPreview = {
    fileName: string;
    headerRow: number;
    sheet: string | null;
    otherSheets: Array<string>;
    mapping: Array<ImportColumn>;
    unmappedHeaders: Array<string>;
    /**
     * Why the file cannot be imported with this mapping, if so.
     */
    problem: {
        code: string;
        detail: string;
    } | null;
    /**
     * How many of the first rows were checked, 1000 at most.
     */
    rowsRead: number;
    rowsRejected: number;
    hasMoreRows: boolean;
    /**
     * The first rows as they would be imported; `order` is null where a row has errors.
     */
    rows: Array<{
        row: number;
        order: {
            externalId: string | null;
            address: {
                addressName: string | null;
                addressLineOne: string | null;
                addressLineTwo: string | null;
                city: string | null;
                state: string | null;
                zip: string | null;
                country: string | null;
                latitude: number | null;
                longitude: number | null;
            };
            recipient: {
                name: string | null;
                email: string | null;
                phone: string | null;
            };
            activity: 'delivery' | 'pickup';
            size: string | null;
            packageCount: number;
            products: Array<string>;
            notes: string | null;
            timing: {
                earliestTime: string | null;
                latestTime: string | null;
                serviceSeconds: number | null;
            } | null;
        } | null;
        clientCode: string | null;
    }>;
    /**
     * Errors and warnings of the rows read, 200 at most.
     */
    errors: Array<ImportError>;
};
