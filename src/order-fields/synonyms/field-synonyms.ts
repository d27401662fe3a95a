import type { FieldName } from '../catalogue.js';

/** Other headers of a field's column in one language: comma-separated, the likeliest first. */
export type FieldSynonyms = Readonly<Partial<Record<FieldName, string>>>;
