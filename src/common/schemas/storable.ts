import type { FastifyRequest } from 'fastify';
import { escapePointer, invalidFields, type FieldProblem } from '../problems/problems.js';

/** Deeper than any real request; at some thousands, recursive code overflows the stack. */
const maxDepth = 32;

/**
 * Rejects characters that no field can store, anywhere in the body or query, before anything else reads them.
 * @throws Problem `validation_failed`
 */
export function refuseUnstorable({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): void {
  // Nearly every request is sound: it is only looked at, and nothing is built for it.
  if (isSound(query) && isSound(body)) return;
  throw invalidFields([...unstorable(query, 'query'), ...unstorable(body, '')]);
}

function isSound(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === maxDepth) return false;
  if (Array.isArray(value)) return value.every((held) => isSound(held, depth + 1));
  for (const key in value) {
    if (!isStorable(key) || !isSound((value as Record<string, unknown>)[key], depth + 1)) return false;
  }
  return true;
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
