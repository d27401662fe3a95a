import { MAX_LENGTH } from '../limits.js';
import { type Parsed, Refusal } from '../problems.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';

const CODE = new RegExp(`^[A-Z0-9][A-Z0-9-]{0,${MAX_LENGTH.clientCode - 1}}$`);

/** Reads a Client ID as people type it: any case, any dashes, no spaces. Does not check that it exists. */
export function parseClientCode(text: string): Parsed<string | null> {
  const code = tidyLine(text)
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/\p{Pd}/gu, '-');
  if (code === '') return null;
  if (CODE.test(code)) return code;
  return new Refusal(
    'client_code_invalid',
    'is not a Client ID. Copy it from the client, such as CL-7K2M9Q, or leave it empty.',
  );
}
