import type { Catalogue } from './entry.js';

/** 400: what was sent cannot be taken as it is. */
export const requestProblems = {
  validation_failed: {
    status: 400,
    title: 'The request is not valid',
    meaning: 'Something in the body, the query or the path is missing, unknown or not as it has to be.',
    remedy:
      '`errors` names each place and what is wrong there. Correct them all, then send the request again.',
  },
  malformed_json: {
    status: 400,
    title: 'The body is not valid JSON',
    meaning: 'The content type says JSON, but the body is empty or breaks off or has a slip in its syntax.',
    remedy: 'Check quotes, commas and brackets, or let your language’s JSON library write the body.',
  },
  upload_incomplete: {
    status: 400,
    title: 'The upload ended too early',
    meaning: 'The form with the file ended before its last boundary, so a part of it never arrived.',
    remedy: 'Send it again, whole. If it keeps happening, look for a proxy between that cuts large requests.',
  },
  picture_unreadable: {
    status: 400,
    title: 'The file is not a picture we take',
    meaning:
      'The photo or signature is no JPEG, PNG or WebP, is damaged or animated, or has too many pixels.',
    remedy: '`errors` says which of it. Send the picture as the camera made it, or save it as JPEG first.',
  },
  spreadsheet_unreadable: {
    status: 400,
    title: 'The file is not a spreadsheet we can read',
    meaning: 'The file is no CSV, TSV or XLSX, or is damaged, protected, empty or larger than is read.',
    remedy: '`errors` says which of it. Open the file, save it anew as XLSX or CSV, and upload that.',
  },
  bad_request: {
    status: 400,
    title: 'The request could not be read',
    meaning: 'This was no HTTP request that can be understood, or its path was not encoded as it should be.',
    remedy: 'Percent-encode the path as UTF-8 and let an HTTP library write the request.',
  },
  cursor_invalid: {
    status: 400,
    title: 'The cursor is not one this API gave',
    detail: 'Use the `nextCursor` of the page before, unchanged.',
    meaning: 'A cursor names a place in a list. This one was changed, cut off or never given out.',
    remedy:
      'Send the `nextCursor` of the page before, unchanged; or begin at the first page, without a cursor.',
  },
  too_many_labels: {
    status: 400,
    title: 'These are more labels than one file holds',
    meaning: 'Each package gets a label, and together these orders have more packages than one file takes.',
    remedy:
      'Ask for fewer orders at once; for one order with many packages ask in parts, with `from` and `to`.',
  },
  cursor_mismatch: {
    status: 400,
    title: 'The cursor belongs to another list',
    meaning: 'A cursor holds for one list with its filters and its order, and these have changed since.',
    remedy: 'Repeat the filters of the first page with each cursor; with other filters begin without one.',
  },
} as const satisfies Catalogue;
