import { z } from 'zod';
import { uuid } from '../schemas/schemas.js';

const problemTexts = {
  code: z.string().meta({
    description: 'Stable name of the problem: write your programs against it.',
    example: 'too_long',
  }),
  detail: z.string().meta({
    description: 'What is wrong here and how to mend it, for people.',
    example: 'may have 200 characters at most',
  }),
};

/** A problem of one thing among many. */
export const shortProblem = z.object(problemTexts).meta({
  id: 'ShortProblem',
  description: 'Why something did not work, where it is not the answer itself.',
});

const bulkFailure = z
  .object({ id: uuid.describe('Id of the item as you sent it.'), ...problemTexts })
  .meta({ id: 'BulkFailure', description: 'An item that a bulk action left as it was, and why.' });

/** What a bulk action did, item by item. */
export const bulkResult = z
  .object({
    succeededCount: z.int().describe('For how many items it was done.'),
    failedCount: z.int().describe('How many items were left as they were.'),
    succeeded: z
      .array(uuid)
      .optional()
      .describe('Ids of the items for which it was done. Left out where `all` or `importId` selected them.'),
    failed: z.array(bulkFailure).describe('The items that were left as they were; the first 1000.'),
  })
  .meta({ id: 'BulkResult', description: 'What a bulk action did: each item succeeds or fails by itself.' });
export type BulkResult = z.output<typeof bulkResult>;

export const fieldProblem = z
  .object({
    pointer: z.string().meta({
      description: 'Where it is: a JSON pointer into the body, or `query/limit`, or `row/12/zip`.',
      example: '/address/zip',
    }),
    ...problemTexts,
  })
  .meta({ id: 'FieldProblem', description: 'One thing that is wrong with a request.' });

/** RFC 9457 problem details. */
export const problemDetails = z
  .object({
    type: z
      .string()
      .describe(
        'URL at which the server says what this kind of problem means and what to do, as HTML or JSON.',
      ),
    title: z.string().describe('The kind of problem in a few words, for people; the same for every one.'),
    status: z.int().describe('The HTTP status of the answer.'),
    detail: z.string().describe('What went wrong this time and what to do about it, for people.'),
    code: z.string().describe('Stable name of the kind of problem: write your programs against it.'),
    requestId: z
      .string()
      .describe(
        'Names this request in the logs, as in the header `X-Request-Id`; tell it when you ask for help.',
      ),
    errors: z
      .array(fieldProblem)
      .optional()
      .describe('Each thing that is wrong with the request, the first 100; only where there are such.'),
  })
  .meta({ id: 'Problem', description: 'Why a request failed (RFC 9457).' });
