import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { escapePointer, invalidFields, type FieldProblem, type Problem } from '../problems/problems.js';

/** Validates bodies and queries against the zod schema of their parameter and reports errors per field. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as z.ZodType | undefined;
    if (!schema || metadata.type === 'custom') return value;
    const given = metadata.type === 'query' ? nested((value ?? {}) as Query) : (value ?? {});
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    const { issues } = parsed.error;
    throw metadata.type === 'query'
      ? validationProblem(issues.map(inQuery), 'query')
      : validationProblem(issues);
  }
}

type Query = Record<string, unknown>;

const member = /^([^[\]]+)\[([^[\]]+)\]$/;

/** `a[b]=c` as the field `b` of the object `a`: OpenAPI's `deepObject`. */
function nested(query: Query): Query {
  const names = Object.keys(query);
  if (!names.some((name) => member.test(name))) return query;
  const plain = names.filter((name) => !member.test(name)).map((name) => [name, query[name]] as const);
  const objects = new Map<string, Query>();
  for (const name of names) {
    const [, object, key] = member.exec(name) ?? [];
    if (object && key) objects.set(object, { ...objects.get(object), [key]: query[name] });
  }
  return Object.fromEntries([...plain, ...objects]);
}

/** A parameter given several times is one parameter: its values have no places of their own. */
function inQuery(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  return { ...issue, path: issue.path.slice(0, 1) };
}

/** A 400 with one entry for each issue. */
export function validationProblem(issues: readonly z.core.$ZodIssue[], root = ''): Problem {
  return invalidFields(issues.flatMap((issue) => fieldProblems(issue, root)));
}

function fieldProblems(issue: z.core.$ZodIssue, root: string): FieldProblem[] {
  const pointer = root + issue.path.map((key) => `/${escapePointer(String(key))}`).join('');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      code: 'unknown_field',
      detail: 'is not a field of this request; remove it or check its spelling',
    }));
  }
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') {
    return [{ pointer, code: issue.params.code, detail: issue.message }];
  }
  const missing =
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    issue.message.includes('received undefined');
  if (missing) return [{ pointer, code: 'required', detail: 'is required' }];
  return [{ pointer, code: issue.code, detail: teach(issue) }];
}

/** zod's own message without its prefix; our messages are unchanged. */
function teach(issue: z.core.$ZodIssue): string {
  const choices = choicesOf(issue);
  if (choices.length > 1) return `must be one of ${choices.join(', ')}`;
  return issue.message
    .replace('expected number, received NaN', 'expected a number')
    .replace(/^Invalid input: expected/, 'must be')
    .replace(/^Invalid option: expected/, 'must be')
    .replace(/^Invalid UUID$/, 'must be a UUID')
    .replace(/^Unrecognized/, 'unrecognized')
    .replace(/^Too (big|small): expected (\w+) to/, 'must');
}

/** The values that a field without a message of its own could have had. */
function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid option')) return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}
