import type { MultipartFile } from '@fastify/multipart';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wasCutOff } from '../common/http/caller-signal.js';
import { invalidField, problem, type Problem } from '../common/problems/problems.js';
import { FileTooLargeError, type FileStore, type StoredFile } from './file-store.js';
import { discard, Measure } from './measure.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Called with the hash of a complete upload's content, before it is processed. */
    uploadReceived?: (content: Buffer) => Promise<void>;
  }
}

export interface ReceivedUpload {
  file: StoredFile & { name: string };
  /** The form's text fields, before and after the file. */
  fields: Record<string, string>;
}

export interface UploadOptions {
  maxBytes: number;
  /** What `file` should be, and what to do about one that is too large, for refusals. */
  wanted?: { file: string; ifTooLarge: string };
  /** Works on what was received before the request's transaction opens, so that none is held open meanwhile. */
  prepare?: (received: ReceivedUpload) => Promise<void>;
}

const spreadsheet = { file: 'the spreadsheet', ifTooLarge: 'Split it into smaller files.' };

/** An incoming file. Nothing is read until {@link receive}, so that the caller can be refused first. */
export interface Upload {
  /**
   * Streams the form's one file, `file`, into the store and collects the text fields.
   * @throws Problem `unsupported_media_type`, `validation_failed`, `too_large`; then nothing is stored
   */
  receive(store: UploadStore, key: string, options: UploadOptions): Promise<ReceivedUpload>;
}

/** The request's multipart form, in a controller's parameters. */
export const FileUpload = createParamDecorator((_: unknown, context: ExecutionContext): Upload => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { receive: (store, key, options) => receive(request, store, key, options) };
});

/** Reads the request's form to its end and returns only the hash of its content. */
export async function uploadContent(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  return contentOf(await receive(request, nowhere, 'nowhere', { maxBytes }));
}

const nowhere: UploadStore = {
  put: async (key: string, content: Readable) => {
    const measure = new Measure();
    await pipeline(content, measure, discard());
    return { key, ...measure.result() };
  },
  delete: () => Promise.resolve(),
};

type UploadStore = Pick<FileStore, 'put' | 'delete'>;

/** What makes two forms equal: the file's name and bytes and the fields, regardless of the boundary. */
function contentOf({ file, fields }: ReceivedUpload): Buffer {
  const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([file.name, file.sha256, sorted]))
    .digest();
}

async function receive(
  request: FastifyRequest,
  store: UploadStore,
  key: string,
  { maxBytes, wanted = spreadsheet, prepare }: UploadOptions,
): Promise<ReceivedUpload> {
  const tooLarge = () => fileTooLarge(maxBytes, wanted.ifTooLarge);
  if (!request.isMultipart()) {
    throw problem('unsupported_media_type', 'Send the file as multipart/form-data, in the field `file`.');
  }
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + formBytes) throw tooLarge();
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let file: ReceivedUpload['file'] | undefined;
  try {
    for await (const part of request.parts({ limits: { fileSize: maxBytes } })) {
      if (part.type === 'field') fields[part.fieldname] = textOf(part.fieldname, part.value);
      else file = { ...(await keep(part, store, key, maxBytes, tooLarge)), name: fileName(part.filename) };
    }
    if (!file) throw invalidField('/file', 'required', `is required: ${wanted.file} as a file of the form`);
    await prepare?.({ file, fields });
    await request.uploadReceived?.(contentOf({ file, fields }));
    return { file, fields };
  } catch (error) {
    if (file) await store.delete(key);
    throw endedEarly(request, error) ? incomplete() : explained(error, tooLarge);
  }
}

/** Whether the form, or its connection, ended before its last boundary. */
function endedEarly(request: FastifyRequest, error: unknown): boolean {
  return (
    wasCutOff(request) || (error instanceof Error && /unexpected end of multipart data/i.test(error.message))
  );
}

function incomplete() {
  return problem('upload_incomplete', 'The form ended before its last boundary. Send it again, whole.');
}

/** Size limit of the form's fields besides the file. */
const formBytes = 1024 * 1024;

async function keep(
  part: MultipartFile,
  store: UploadStore,
  key: string,
  maxBytes: number,
  tooLarge: () => Problem,
): Promise<StoredFile> {
  if (part.fieldname !== 'file') {
    part.file.resume();
    throw invalidField(
      `/${part.fieldname}`,
      'unknown_field',
      'is not where the file belongs: name the field `file`',
    );
  }
  const stored = await store.put(key, part.file, { maxBytes });
  // Past its limit the parser ends the stream without an error.
  if (part.file.truncated) {
    await store.delete(key);
    throw tooLarge();
  }
  return stored;
}

function explained(error: unknown, tooLarge: () => Problem): unknown {
  if (error instanceof FileTooLargeError) return tooLarge();
  switch ((error as { code?: unknown }).code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return tooLarge();
    case 'FST_FILES_LIMIT':
      return invalidField('/file', 'too_many', 'may be given once: send one file in one request');
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return problem('validation_failed', 'The form has more fields than this endpoint knows.');
    default:
      return isWithoutBoundary(error)
        ? problem('bad_request', 'The content type names no boundary: `multipart/form-data; boundary=…`.')
        : error;
  }
}

/** The parser's error has no code. */
function isWithoutBoundary(error: unknown): boolean {
  return error instanceof Error && error.message === 'Multipart: Boundary not found';
}

function fileTooLarge(maxBytes: number, advice: string): Problem {
  const size = maxBytes >= 1024 * 1024 ? `${Math.floor(maxBytes / 1024 / 1024)} MiB` : `${maxBytes} bytes`;
  return problem('too_large', `The file may have ${size} at most. ${advice}`);
}

function textOf(field: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw invalidField(`/${field}`, 'invalid_type', 'must be text');
}

/** The last segment of the uploaded file's name, without control characters. */
function fileName(given = ''): string {
  const name = given
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
  return Array.from(name).slice(-200).join('') || 'upload';
}
