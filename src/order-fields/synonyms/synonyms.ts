import type { FieldName } from '../catalogue.js';
import { de } from './de.js';
import { es } from './es.js';
import type { FieldSynonyms } from './field-synonyms.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pt } from './pt.js';

const FOREIGN: readonly FieldSynonyms[] = [de, fr, es, nl, it, pt];

/** A field's headers in the languages besides English, each told once. */
export function foreignSynonyms(name: FieldName): string[] {
  return [...new Set(FOREIGN.flatMap((language) => language[name]?.split(', ') ?? []))];
}
