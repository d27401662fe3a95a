import { problem } from '../problems/problems.js';

/** What a request for a file says beyond its path. */
export interface FileConditions {
  range?: string;
  'if-range'?: string;
  'if-none-match'?: string;
}

/** The first and the last byte of a part of a file, counted from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

/** What to answer: all of a file, one part of it, or that nothing has changed. */
export type FileAnswer = { status: 200 } | { status: 206; range: ByteRange } | { status: 304 };

/**
 * How a file of this size and strong ETag answers a request (RFC 9110). Several ranges, or one that cannot be read,
 * get the whole file, as the RFC allows.
 * @throws Problem `range_not_satisfiable`
 */
export function fileAnswer(
  { size, etag }: { size: number; etag: string },
  { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch }: FileConditions,
): FileAnswer {
  if (ifNoneMatch && tagsOf(ifNoneMatch).some((tag) => tag === '*' || tag === etag)) return { status: 304 };
  const wanted = range && /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim());
  if (!wanted || (ifRange !== undefined && ifRange.trim() !== etag)) return { status: 200 };
  const [, first, last] = wanted as unknown as [string, string, string];
  if (first === '' && last === '') return { status: 200 };
  if (first !== '' && last !== '' && Number(last) < Number(first)) return { status: 200 };
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) {
    throw problem('range_not_satisfiable', undefined, undefined, { 'content-range': `bytes */${size}` });
  }
  return { status: 206, range: { start, end } };
}

/** Compressing proxies make tags weak; to see whether something changed that is good enough. */
function tagsOf(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
