import type { z } from 'zod';

/** How zod begins the messages that it writes where a schema has none of its own. */
const zodsOwn = /^(Invalid|Too big|Too small|Unrecognized) ?/;

const types: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with a value, in words for people; a message of the schema's own is told as it is. */
export function inWords(issue: z.core.$ZodIssue): string {
  const choices = choicesOf(issue);
  if (choices.length > 1) return `must be one of ${choices.join(', ')}`;
  if (!zodsOwn.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeInWords(issue);
    case 'invalid_value':
      return `must be ${JSON.stringify(issue.values[0])}`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'must be a UUID' : `must be written as ${issue.format}`;
    case 'too_big':
      return mostInWords(issue);
    case 'too_small':
      return leastInWords(issue);
    case 'invalid_union':
      return 'is none of the forms that this field may have';
    default:
      return issue.message;
  }
}

/** The values that a field without a message of its own could have had. */
function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] {
  if (!zodsOwn.test(issue.message)) return [];
  if (issue.code === 'invalid_value') return issue.values;
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

function typeInWords({ expected, message }: z.core.$ZodIssueInvalidType): string {
  const received = /received -?(\w+)/.exec(message)?.[1] ?? '';
  if (received === 'Infinity') return 'must be a finite number';
  const wanted = `must be ${types[expected] ?? expected}`;
  const given = received === 'null' ? 'null' : types[received];
  // NaN comes of a query's text that is no number; and of a number that is not whole there is no more to say.
  return given === undefined || (expected === 'int' && received === 'number')
    ? wanted
    : `${wanted}, not ${given}`;
}

function mostInWords({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): string {
  if (origin === 'string') return `may have ${maximum} characters at most`;
  if (origin === 'array') return `may hold ${maximum} at most`;
  return inclusive ? `must be ${maximum} or less` : `must be less than ${maximum}`;
}

function leastInWords({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string')
    return minimum === 1 ? 'may not be empty' : `must have ${minimum} characters or more`;
  if (origin === 'array') return `must hold ${minimum} or more`;
  return inclusive ? `must be ${minimum} or more` : `must be more than ${minimum}`;
}
