import type { z } from 'zod';

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const named = (fields: string[]) => list.format(fields.map((field) => `\`${field}\``));

/**
 * Refuses a body that gives none of these fields, at the first of them, or several, at each that is given.
 * For `superRefine`.
 */
export const exactlyOne =
  (...fields: string[]) =>
  (body: Record<string, unknown>, context: z.RefinementCtx): void => {
    const [first = '', ...rest] = fields;
    const given = fields.filter((field) => body[field] !== undefined);
    const refuse = (field: string, code: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message, params: { code } });
    if (given.length === 0) refuse(first, 'required', `is required, or ${named(rest)}`);
    if (given.length < 2) return;
    for (const field of given) {
      const others = given.filter((other) => other !== field);
      refuse(field, 'not_together', `may not be given together with ${named(others)}`);
    }
  };
