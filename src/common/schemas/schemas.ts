import { z } from 'zod';
import { tidyLine } from './tidy-text.js';

/** A timestamp, RFC 3339 in UTC. */
export const timestamp = z.iso.datetime().meta({ example: '2026-03-02T09:30:00.000Z' });

/**
 * Years outside are typing errors, and arithmetic on them soon exceeds what PostgreSQL and Date can
 * represent.
 */
const [earliestYear, latestYear] = [1970, 2199];

const isInRange = (moment: string) => {
  const year = new Date(moment).getUTCFullYear();
  return year >= earliestYear && year <= latestYear;
};

/** A timestamp as the API returns it. */
export const storableMoment = z.iso.datetime().refine(isInRange);

/** A timestamp as callers send it, with any offset; converted to UTC. */
export const momentInput = z.iso
  .datetime({ offset: true, abort: true, error: 'must be a moment such as 2026-03-02T09:30:00Z' })
  .refine(isInRange, `must be in the years ${earliestYear} to ${latestYear}`)
  .transform((value) => new Date(value).toISOString())
  .meta({ example: '2026-03-02T09:30:00Z' });

/** An id in lower case, as the database returns it, however the caller wrote it. */
export const uuid = z.uuid().toLowerCase().meta({ example: '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e' });

/** Control characters (except tab and line breaks) never belong in a field and can harm later readers. */
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const typed = () =>
  z.string().refine((value) => !controlCharacters.test(value), 'holds control characters; remove them');

/** Text a person typed: trimmed, composed, without control characters. */
export const text = (max: number) =>
  typed().trim().normalize().max(max, `may have ${max} characters at most`);

/** For limits that no schema of zod's has: told as zod tells its own. */
export const tooBig = (error: string) => ({ error, params: { code: 'too_big' } });

export const requiredText = (max: number) => text(max).min(1, 'may not be empty');

/** One line as orders keep it, so that what is looked for is written as what is there. */
export const lineText = (max: number) =>
  typed().overwrite(tidyLine).max(max, `may have ${max} characters at most`);

/**
 * A name: one line of visible text. Names appear in mails to strangers, where line breaks would begin a message
 * of their own, and marks that turn the direction would disguise it.
 */
export const nameText = (max: number) => lineText(max).min(1, 'may not be empty');

/** Text that may be left out; empty counts as none. */
export const optionalText = (max: number) =>
  text(max)
    .nullish()
    .transform((value) => (value === '' ? null : value));

/** WGS-84 degrees. */
export const latitude = z
  .number()
  .min(-90)
  .max(90)
  .meta({ description: 'Latitude in WGS-84 degrees, from -90 to 90.', example: 40.7532 });
export const longitude = z
  .number()
  .min(-180)
  .max(180)
  .meta({ description: 'Longitude in WGS-84 degrees, from -180 to 180.', example: -73.9822 });

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('is not an e-mail address'))
  .meta({ format: 'email', example: 'ada@example.org' });

/** An e-mail address as the API returns it. */
export const storedEmail = z.string().meta({ format: 'email', example: 'ada@example.org' });

export const timezone = z
  .string()
  .refine((name) => isTimezone(name), 'is not an IANA time zone, e.g. Europe/Berlin')
  .meta({ example: 'America/New_York' });

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A country as callers write it; any two capital letters, since countries come and go. */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters')
  .meta({ example: 'US' });

/** The bodies of lists: `{ items, nextCursor }`, under a component name of their own. */
export function pageOf<T extends z.ZodType>(item: T, id: string, things: string) {
  return z
    .object({
      items: z.array(item).describe(`The ${things} of this page, in the order of the list.`),
      nextCursor: z
        .string()
        .nullable()
        .describe('Pass it as `cursor` to get the next page; null on the last one.'),
    })
    .meta({ id, description: `One page of a list of ${things}.` });
}

/** A query parameter that may be given once or several times; the same value twice counts once. */
export const repeatable = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? (given as unknown) : [given]),
    z
      .array(item)
      .transform((values) => [...new Set(values)])
      .optional(),
  );

/** A query parameter that is `true` or `false`. */
export const queryFlag = z.preprocess(
  (given) => (given === 'true' ? true : given === 'false' ? false : given),
  z.boolean('must be one of true, false').optional(),
);

/** Query parameters that every list takes. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .describe('How many items the page may have: 1 to 200.'),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.',
    ),
};

export const plainPageQuery = z.strictObject(pageQuery);

export const idList = z.array(uuid).min(1, 'name at least one').max(1000, 'may hold 1000 at most');
