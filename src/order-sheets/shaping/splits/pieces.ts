import { type FieldName } from '../../../order-fields/catalogue.js';

/** What a cell holds for each field; null where that cannot be told safely. */
export type Pieces = Partial<Record<FieldName, string>> | null;
