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

export const requiredText = (max: number) => text(max).min(1, 'may not be empty');

/**
 * A name: one line of visible text. Names appear in mails to strangers, where line breaks would begin a message
 * of their own, and marks that turn the direction would disguise it.
 */
export const nameText = (max: number) =>
  typed().overwrite(tidyLine).max(max, `may have ${max} characters at most`).min(1, 'may not be empty');

/** Text that may be left out; empty counts as none. */
export const optionalText = (max: number) =>
  text(max)
    .nullish()
    .transform((value) => (value === '' ? null : value));

/** WGS-84 degrees. */
export const latitude = z.number().min(-90).max(90);
export const longitude = z.number().min(-180).max(180);

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('is not an e-mail address'))
  .meta({ format: 'email', example: 'ada@example.org' });

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

/** The bodies of lists: `{ items, nextCursor }`, under a component name of their own. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .meta({ description: 'Pass as `cursor` for the next page; null at the end.' }),
    })
    .meta({ id });
}

/** A query parameter that may be given once or several times; the same value twice counts once. */
export const repeatable = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .union([z.array(item), item.transform((value) => [value] as z.output<T>[])])
    .transform((values) => [...new Set(values)])
    .optional();

/** Query parameters that every list takes. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .meta({ description: 'How many to answer, 1 to 200.' }),
  cursor: z.string().max(2000).optional().meta({ description: 'The `nextCursor` of the page before.' }),
};

export const plainPageQuery = z.object(pageQuery);

export const idList = z.array(uuid).min(1, 'name at least one').max(1000, 'may hold 1000 at most');

const bulkFailure = z.object({ id: uuid, code: z.string(), detail: z.string() });

/** What a bulk action did, item by item. */
export const bulkResult = z
  .object({
    succeededCount: z.int(),
    failedCount: z.int(),
    succeeded: z
      .array(uuid)
      .optional()
      .meta({ description: 'Left out where `all` or `importId` selected the orders.' }),
    failed: z.array(bulkFailure).meta({ description: 'The first 1000.' }),
  })
  .meta({ id: 'BulkResult' });
export type BulkResult = z.output<typeof bulkResult>;

export const fieldProblem = z
  .object({
    pointer: z.string().meta({
      description: 'JSON pointer into the body, or `query/limit`, or `row/12/zip`.',
      example: '/address/zip',
    }),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'FieldProblem' });

/** RFC 9457 problem details. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable: write your programs against it.' }),
    requestId: z.string(),
    errors: z.array(fieldProblem).optional(),
  })
  .meta({ id: 'Problem' });
