import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { escapePointer, invalidFields, type FieldProblem, type Problem } from '../problems/problems.js';
import { inWords } from './issue-words.js';

/** Validates bodies and queries against the zod schema of their parameter and reports errors per field. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as z.ZodType | undefined;
    if (!schema || metadata.type === 'custom') return value;
    const query = metadata.type === 'query' ? (value as Query) : undefined;
    const given = query ? nested(query) : value;
    const parsed = schema.safeParse(given === undefined ? {} : given);
    if (parsed.success) return parsed.data;
    const { issues } = parsed.error;
    throw query
      ? validationProblem(
          issues.map((issue) => inQuery(issue, query)),
          'query',
        )
      : validationProblem(issues);
  }
}

type Query = Record<string, unknown>;

/** Not `__proto__`, which schemas of objects pass over: it stays a parameter that is not there. */
const member = /^([^[\]]+)\[(?!__proto__\])([^[\]]+)\]$/;

/** `a[b]=c` as the field `b` of the object `a`: OpenAPI's `deepObject`. Not beside an `a` of its own. */
function nested(query: Query): Query {
  const names = Object.keys(query);
  if (!names.some((name) => member.test(name))) return query;
  const fields = new Map<string, unknown>();
  const objects = new Map<string, Query>();
  for (const name of names) {
    const [, object, key] = member.exec(name) ?? [];
    if (object && key && !(object in query))
      objects.set(object, { ...objects.get(object), [key]: query[name] });
    else fields.set(name, query[name]);
  }
  return Object.fromEntries([...fields, ...objects]);
}

/** At the parameter as it was given. The values of one given several times have no places of their own. */
function inQuery(issue: z.core.$ZodIssue, query: Query): z.core.$ZodIssue {
  const [name, key] = issue.path;
  if (name === undefined) return issue;
  const parameter = typeof key === 'string' ? `${String(name)}[${key}]` : name;
  const given = query[String(parameter)];
  if (typeof key === 'number')
    return { ...issue, path: [parameter], ...listedAtOnce(issue, parameter, given) };
  return { ...issue, path: [parameter], ...(Array.isArray(given) && { message: 'may be given only once' }) };
}

/** How several values are given is said where somebody put commas between them. */
function listedAtOnce(issue: z.core.$ZodIssue, parameter: PropertyKey, given: unknown) {
  const texts: unknown[] = Array.isArray(given) ? given : [given];
  if (issue.code !== 'invalid_value' || !texts.some((text) => String(text).includes(','))) return undefined;
  const name = String(parameter);
  return { message: `takes several values as ${name}=…&${name}=…; each ${inWords(issue)}` };
}

/** A 400 with one entry for each field: what was found first, for what is found after it often follows from that. */
export function validationProblem(issues: readonly z.core.$ZodIssue[], root = ''): Problem {
  const first = new Map<string, FieldProblem>();
  for (const issue of [...issues].sort(ofSafeRangeLast))
    for (const problem of fieldProblems(issue, root))
      if (!first.has(problem.pointer)) first.set(problem.pointer, problem);
  return invalidFields([...first.values()]);
}

/** That a whole number is past those that are exact: a limit of the field's own says more. */
const isOfSafeRange = (issue: z.core.$ZodIssue) => 'note' in issue;
const ofSafeRangeLast = (one: z.core.$ZodIssue, other: z.core.$ZodIssue) =>
  Number(isOfSafeRange(one)) - Number(isOfSafeRange(other));

function fieldProblems(issue: z.core.$ZodIssue, root: string): FieldProblem[] {
  const pointer = root + issue.path.map((key) => `/${escapePointer(String(key))}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      code: 'unknown_field',
      detail: 'is not a field of this request; remove it or check its spelling',
    }));
  }
  if (issue.code === 'invalid_key')
    return issue.issues.flatMap((inner) => fieldProblems({ ...inner, path: issue.path }, root));
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') {
    return [{ pointer, code: issue.params.code, detail: issue.message }];
  }
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  if (missing) return [{ pointer, code: 'required', detail: 'is required' }];
  return [{ pointer, code: issue.code, detail: inWords(issue) }];
}
