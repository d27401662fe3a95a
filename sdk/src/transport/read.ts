import { UnexpectedAnswerError, type UnexpectedAnswerCode } from '../errors.js';
import type { Deadline } from './deadline.js';

/** What reading an answer needs to know. */
export interface Reading {
  baseUrl: string;
  deadline: Deadline;
  /** Most bytes that are kept in memory, after decompression; 0 for any number. */
  limit: number;
  /** Media types of a success; empty where nothing is answered. */
  accept: string;
}

/** Makes a value of a success. */
export type Reader<T> = (response: Response, reading: Reading) => Promise<T>;

export const json = 'application/json';

/** JSON as its value, nothing as undefined, a file as a Blob: whichever the call is promised. */
export const readBody: Reader<unknown> = async (response, reading) => {
  if (reading.accept === json) return readJson(response, reading);
  if (reading.accept === '') return readNothing(response, reading);
  return readBlob(response, reading);
};

/** One page of a list: without its items or its end there is nothing to walk over. */
export const readPage: Reader<unknown> = async (response, reading) => {
  const page = (await readJson(response, reading)) as { items?: unknown; nextCursor?: unknown };
  const isCursor = page.nextCursor === null || typeof page.nextCursor === 'string';
  if (!Array.isArray(page.items) || !isCursor) throw wrongType(response, 'a page of a list');
  return page;
};

/** A file, whole and in memory. The clock runs from one piece to the next. */
export const readBlob: Reader<Blob> = async (response, reading) => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of piecesOf(response, reading, reading.limit))
    parts.push(part as Uint8Array<ArrayBuffer>);
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
};

async function readJson(response: Response, reading: Reading): Promise<object> {
  const text = await textOf(response, reading);
  if (!isJson(response) || text === '') throw wrongType(response, reading.accept, text);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw unexpected(response, 'answer_not_readable', 'The answer says that it is JSON but is not', cause);
  }
  throw wrongType(response, 'a JSON object', text);
}

async function readNothing(response: Response, reading: Reading): Promise<undefined> {
  const text = await textOf(response, reading);
  if (text !== '') throw wrongType(response, 'no content', text);
}

/** @throws UnexpectedAnswerError when a file is promised and something else comes */
export function assertFile(response: Response, accept: string): void {
  const type = mediaType(response);
  const promised = accept.split(', ');
  if (!promised.includes('*/*') && !promised.includes(type)) throw wrongType(response, accept);
}

async function textOf(response: Response, reading: Reading): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of piecesOf(response, reading, reading.limit, false))
    text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

/**
 * The body's bytes as they come, never more of them than the limit.
 * @param restarts whether the clock runs anew for each piece
 */
export async function* piecesOf(
  response: Response,
  { baseUrl, deadline }: Reading,
  limit: number,
  restarts = true,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (!reader) return;
  let size = 0;
  let done = false;
  try {
    for (;;) {
      if (restarts) deadline.restart();
      const piece = await deadline.over(baseUrl, reader.read());
      if (restarts) deadline.stop();
      done = piece.done;
      if (piece.done) return;
      size += piece.value.byteLength;
      if (limit > 0 && size > limit)
        throw unexpected(
          response,
          'answer_too_large',
          `The answer is larger than ${limit} bytes (maxAnswerBytes)`,
        );
      yield piece.value;
    }
  } finally {
    if (restarts) deadline.stop();
    // Whoever leaves early leaves a connection that could be used again.
    if (!done) void reader.cancel().catch(() => undefined);
  }
}

function isJson(response: Response): boolean {
  return /[/+]json$/.test(mediaType(response));
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
}

function wrongType(response: Response, wanted: string, text = ''): UnexpectedAnswerError {
  const type = mediaType(response);
  const start = text.trim().slice(0, 60);
  return unexpected(
    response,
    'answer_of_wrong_type',
    `Expected ${wanted}, got ${response.status} ${type || 'without a content type'}${start ? ` (“${start}”)` : ''}`,
  );
}

/** The error of a success that is none. */
export function unexpected(
  response: Response,
  code: UnexpectedAnswerCode,
  what: string,
  cause?: unknown,
): UnexpectedAnswerError {
  return new UnexpectedAnswerError({
    status: response.status,
    code,
    detail: `${what}; look at what stands between here and the API.`,
    requestId: response.headers.get('x-request-id') ?? undefined,
    headers: response.headers,
    cause,
  });
}
