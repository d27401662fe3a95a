import type { FastifyRequest } from 'fastify';
import { escapePointer, invalidFields, type FieldProblem } from './problems.js';

/** Deeper than any real request; at some thousands, recursive code overflows the stack. */
const maxDepth = 32;

/**
 * Rejects characters that no field can store, anywhere in the body or query, before anything else reads them.
 * @throws Problem `validation_failed`
 */
export function refuseUnstorable({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): void {
  const broken = [...unstorable(query, 'query'), ...unstorable(body, '')];
  if (broken.length > 0) throw invalidFields(broken);
}

function unstorable(value: unknown, pointer: string, depth = 0): FieldProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [brokenText(pointer)];
  if (typeof value !== 'object' || value === null) return [];
  if (depth === maxDepth) return [{ pointer, code: 'too_deep', detail: 'is nested too deep; flatten it' }];
  return Object.entries(value).flatMap(([key, held]) => {
    const below = `${pointer}/${escapePointer(key.toWellFormed())}`;
    return isStorable(key) ? unstorable(held, below, depth + 1) : [brokenText(below)];
  });
}

/** PostgreSQL rejects NUL, and UTF-8 has no lone surrogates: they would be stored as another character. */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

const brokenText = (pointer: string): FieldProblem => ({
  pointer,
  code: 'broken_text',
  detail: 'holds a NUL or half a character (a lone surrogate); remove it',
});
