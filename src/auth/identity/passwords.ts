import { type Algorithm, hash, verify, type Options } from '@node-rs/argon2';
import { z } from 'zod';

/** argon2id with the second of OWASP's recommended settings: 19 MiB, two passes, one lane. */
const cost = {
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} satisfies Options;

export const newPassword = z
  .string()
  .min(15, 'needs 15 characters or more; a few words together are a good one')
  .max(128, 'may have 128 characters at most')
  .refine((value) => !isCommon(value), 'is too easy to guess; use words that do not usually stand together')
  .meta({
    description:
      'The new password: 15 to 128 characters, not easy to guess. A few words together are a good one.',
    format: 'password',
    example: 'plum tractor sings at noon',
  });

/** A password as typed at sign-in: no rules apply, so that old passwords still work. */
export const typedPassword = z
  .string()
  .min(1)
  .max(128)
  .meta({ format: 'password', example: 'plum tractor sings at noon' });

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

let decoy: Promise<string> | undefined;

/** Takes the same time whether or not there is a hash. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return stored !== undefined && matches;
}

/**
 * Published lists of leaked passwords contain almost nothing of 15 characters or more except these patterns,
 * so bundling a list would add size without effect.
 */
const commonWords = [
  'password',
  'passwort',
  'qwerty',
  'qwertz',
  'azerty',
  'letmein',
  'welcome',
  'iloveyou',
  'waybill',
  'administrator',
  'correcthorsebatterystaple',
];

/** Rejects repetitions, keyboard and alphabet sequences, and well-known words padded to length. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (new Set(password).size < 5) return true;
  if (/^(.{1,6})\1+.{0,5}$/.test(plain)) return true;
  const runs = [
    '01234567890123456789',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjklzxcvbnm',
    '1q2w3e4r5t6y7u8i9o0p',
  ];
  const rest = [...commonWords, ...runs.flatMap((run) => slices(run, 6))].reduce(
    (left, part) => left.replaceAll(part, ''),
    plain,
  );
  return rest.length < 5 && plain.length > 0;
}

function slices(run: string, size: number): string[] {
  return Array.from({ length: run.length - size + 1 }, (_, start) => run.slice(start, start + size));
}
