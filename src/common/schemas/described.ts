import { z } from 'zod';

interface Choice<Value extends string> {
  /** The truth about which values there are, or some of them; by itself all that have a meaning. */
  values?: readonly Value[];
  /** Said where another value is given. */
  error?: string;
}

/**
 * A choice of which each value says what it means. The values are listed in the description too, for readers whose
 * tool shows no more than that.
 */
export function described<Value extends string, Chosen extends Value = Value>(
  about: string,
  meanings: Readonly<Record<Value, string>>,
  { values = Object.keys(meanings) as Chosen[], error }: Choice<Chosen> = {},
) {
  return z.enum(values, error).meta({
    description: [about, '', ...values.map((value) => `- \`${value}\`: ${meanings[value]}`)].join('\n'),
    'x-enum-descriptions': values.map((value) => meanings[value]),
  });
}
