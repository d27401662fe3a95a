import { accessProblems } from './catalogue/access.js';
import { conditionProblems } from './catalogue/conditions.js';
import type { CatalogueEntry } from './catalogue/entry.js';
import { orderProblems } from './catalogue/orders.js';
import { requestProblems } from './catalogue/requests.js';
import { routeProblems } from './catalogue/routes.js';
import { serverProblems } from './catalogue/server.js';
import { storeProblems } from './catalogue/stores.js';
import { teamProblems } from './catalogue/teams.js';
import { workProblems } from './catalogue/work.js';

/**
 * Every error a caller can get: its stable code, HTTP status and title, what it means and what to do about it.
 * Documents, the pages at the errors' URLs and the SDK derive from it.
 */
export const problemCatalogue = {
  ...requestProblems,
  ...accessProblems,
  ...teamProblems,
  ...orderProblems,
  ...routeProblems,
  ...workProblems,
  ...storeProblems,
  ...conditionProblems,
  ...serverProblems,
};

export type ProblemCode = keyof typeof problemCatalogue;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemCatalogue, code);

/** The path under which a problem is explained, with its code behind it. */
export const problemsPath = '/docs/errors';

/** The `type` of a problem: the page that says what it means and what to do. */
export const problemUrl = (code: ProblemCode, publicUrl: string) => `${publicUrl}${problemsPath}/${code}`;

/** One thing wrong in a request; `pointer` is a JSON pointer into the body, or `query/limit`, `row/12/zip`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** The only kind of error that services throw; the filter turns it into `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: FieldProblem[],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }
}

/**
 * Makes a {@link Problem}: `throw problem('order_not_editable', 'Withdraw the order first.')`. Without a
 * detail the catalogue's text is used.
 */
export function problem(
  code: ProblemCode,
  detail?: string,
  errors?: FieldProblem[],
  headers?: Record<string, string>,
): Problem {
  const usual: CatalogueEntry = problemCatalogue[code];
  return new Problem(code, detail ?? usual.detail ?? usual.title, errors, headers);
}

/** A 400 that lists each field, the first few in its text too. */
export function invalidFields(errors: FieldProblem[]): Problem {
  const named = errors.slice(0, 3).map(({ pointer, detail }) => {
    const isSentence = /^[A-Z].*\.$/s.test(detail);
    return `${pointer || 'the body'}${isSentence ? ': ' : ' '}${isSentence ? detail.slice(0, -1) : detail}`;
  });
  const more = errors.length > 3 ? ` and ${errors.length - 3} more` : '';
  return problem('validation_failed', `${named.join('; ')}${more}.`, errors.slice(0, 100));
}

/** A key as a step of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A 400 about one field of the body that only the database could reject. */
export function invalidField(pointer: string, code: string, detail: string): Problem {
  return invalidFields([{ pointer, code, detail }]);
}

/** The error for an unknown id and for somebody else's, identical to the byte. */
export function notFound(): Problem {
  return problem('not_found');
}
