/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ComparedChangedOrder } from './ComparedChangedOrder.js';
import type { ComparedGoneOrder } from './ComparedGoneOrder.js';
import type { ComparedImport } from './ComparedImport.js';
import type { ComparedNewOrder } from './ComparedNewOrder.js';
import type { ImportComparisonCounts } from './ImportComparisonCounts.js';
import type { ImportError } from './ImportError.js';
/**
 * How a spreadsheet differs from what was sent before. Nothing of it is kept.
 */
export type ImportComparison = {
    /**
     * Name of the uploaded file.
     */
    fileName: string;
    /**
     * The import whose orders may be gone, with those of its rows that were fixed later; null where there is none yet, and nothing is gone.
     */
    against: ComparedImport | null;
    /**
     * How many orders of each kind there are, in the whole file.
     */
    counts: ImportComparisonCounts;
    /**
     * The first 100 new ones, by row.
     */
    new: Array<ComparedNewOrder>;
    /**
     * The first 100 changed ones, by row.
     */
    changed: Array<ComparedChangedOrder>;
    /**
     * The first 100 orders that the import made and the file does not hold. Orders without an Id cannot be told and are left out.
     */
    gone: Array<ComparedGoneOrder>;
    /**
     * The first 100 rows without an Id.
     */
    withoutId: Array<number>;
    /**
     * Errors and warnings of the file, 200 at most, by row.
     */
    errors: Array<ImportError>;
};
