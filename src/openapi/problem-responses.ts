import { problemBody } from '../common/problems/problem.filter.js';
import { problem, problemCatalogue, type ProblemCode } from '../common/problems/problems.js';
import type { Reference, Response } from './document-types.js';
import { problemHeaders } from './headers.js';

/** The problems of operations as components: one response for each set of codes that share a status. */
export class ProblemResponses {
  private readonly sets = new Map<string, ProblemCode[]>();

  /** The responses of an operation that may answer these codes, by status. */
  of(codes: readonly ProblemCode[]): Record<string, Reference> {
    const ordered = [...codes].sort((a, b) => placeOf(a) - placeOf(b));
    const byStatus = Map.groupBy(ordered, (code) => problemCatalogue[code].status);
    return Object.fromEntries(
      [...byStatus].map(([status, set]) => {
        const name = set.map(pascal).join('Or');
        this.sets.set(name, set);
        return [status, { $ref: `#/components/responses/${name}` }];
      }),
    );
  }

  components() {
    const sets = [...this.sets].sort(
      ([, a], [, b]) => placeOf(a[0]!) - placeOf(b[0]!) || a.length - b.length,
    );
    const used = new Set(sets.flatMap(([, codes]) => codes));
    const examples = [...used].sort((a, b) => placeOf(a) - placeOf(b)).map((code) => [code, example(code)]);
    return {
      responses: Object.fromEntries(sets.map(([name, codes]) => [name, response(codes)])),
      examples: Object.fromEntries(examples) as Record<string, object>,
    };
  }
}

const places = Object.keys(problemCatalogue);
const placeOf = (code: ProblemCode) => places.indexOf(code);

const pascal = (code: string) => code.replace(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());

function response(codes: ProblemCode[]): Response {
  return {
    description: codes.map((code) => `\`${code}\`: ${problemCatalogue[code].title}.`).join(' '),
    headers: problemHeaders(codes),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

const invalid = [{ pointer: '/address/zip', code: 'too_big', detail: 'may have 20 characters at most' }];

function example(code: ProblemCode) {
  const found =
    code === 'validation_failed'
      ? problem(code, `${invalid[0]!.pointer} ${invalid[0]!.detail}.`, invalid)
      : problem(code);
  return {
    summary: problemCatalogue[code].title,
    value: problemBody(found, '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e', 'https://waybill.example.org'),
  };
}
