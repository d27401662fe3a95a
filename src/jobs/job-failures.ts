import { maxCrashes } from './job-map.js';

/** Why work was given up, in words for those whose work it is. Never what an error says: it may name what is another's. */
export const failureReasons = {
  crashed: `The server stopped ${maxCrashes} times while it was working on this.`,
  mail_not_taken: 'The mail server did not take the mail, however often it was tried.',
  unexpected: 'It failed again and again by an error on our side.',
} as const;

export type FailureKind = keyof typeof failureReasons;

/** The kind of failure that an error says it is. */
export function failureOf(error: unknown): FailureKind {
  const { failure } = (error ?? {}) as { failure?: FailureKind };
  return failure !== undefined && failure in failureReasons ? failure : 'unexpected';
}
